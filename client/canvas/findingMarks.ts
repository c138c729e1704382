import type { Severity } from "../../shared/model/systemMap.ts";
import { SEVERITIES } from "../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../shared/rules/checkMap.ts";

/** The badge of an element or relation: its worst finding, and how many it has. */
export interface FindingMark {
  readonly severity: Severity;
  readonly count: number;
}

/**
 * The badges by id. A finding counts where it belongs, which is its first subject; one that the room has accepted does not
 * count.
 */
export function findingMarks(findings: readonly CheckedFinding[]): ReadonlyMap<string, FindingMark> {
  const marks = new Map<string, FindingMark>();
  for (const { accepted, subjects, severity } of findings) {
    const [subject] = subjects;
    if (accepted === true || subject === undefined) continue;
    const before = marks.get(subject);
    marks.set(subject, {
      severity: before === undefined ? severity : worse(before.severity, severity),
      count: (before?.count ?? 0) + 1,
    });
  }
  return marks;
}

function worse(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}

/** What a badge says: "2 findings, must fix". */
export function findingMarkWords(mark: FindingMark): string {
  const severityWords = { error: "must fix", warning: "should fix", info: "worth a look" };
  return `${mark.count === 1 ? "1 finding" : `${mark.count} findings`}, ${severityWords[mark.severity]}`;
}
