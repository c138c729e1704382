import { SEVERITIES, type Severity } from "../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

export interface FindingGroups {
  /** What still stands, worst first, in the order of the check. */
  readonly open: readonly CheckedFinding[];
  /** What the room has looked at and accepted: listed apart, counted nowhere. */
  readonly accepted: readonly CheckedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Parts the accepted findings from those that stand, and counts what stands. */
export function groupFindings(findings: readonly CheckedFinding[]): FindingGroups {
  const open = findings.filter((finding) => finding.accepted !== true);
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, open.filter((finding) => finding.severity === severity).length]),
  ) as Record<Severity, number>;
  return { open, accepted: findings.filter((finding) => finding.accepted === true), counts };
}

/** The findings that name an element or relation among their subjects, in the order given. */
export function findingsAbout(findings: readonly CheckedFinding[], id: string): readonly CheckedFinding[] {
  return findings.filter((finding) => finding.subjects.includes(id));
}
