import { SEVERITIES, type Severity } from "../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import type { Grouping } from "./findingsView.ts";
import { severityWord } from "./findingWords.ts";

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

/** Findings under one heading of the list. */
export interface ListGroup {
  readonly key: string;
  readonly heading: string;
  readonly findings: readonly CheckedFinding[];
}

/**
 * The findings under headings. By element, a finding stands under its first subject, which is where its badge is; groups come in the
 * order of the first finding in each, so that the gravest stay on top.
 * @param nameOf what an element or relation is called.
 */
export function groupsBy(
  grouping: Grouping,
  findings: readonly CheckedFinding[],
  nameOf: (id: string) => string,
): readonly ListGroup[] {
  const groups = new Map<string, { heading: string; findings: CheckedFinding[] }>();
  for (const finding of findings) {
    const key = groupKey(grouping, finding);
    const group = groups.get(key);
    if (group !== undefined) group.findings.push(finding);
    else groups.set(key, { heading: headingOf(grouping, finding, nameOf), findings: [finding] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

function groupKey(grouping: Grouping, { severity, rule, subjects }: CheckedFinding): string {
  switch (grouping) {
    case "severity":
      return severity;
    case "rule":
      return rule;
    case "element":
      return subjects[0] ?? "";
  }
}

function headingOf(grouping: Grouping, finding: CheckedFinding, nameOf: (id: string) => string): string {
  switch (grouping) {
    case "severity":
      return severityWord(finding.severity);
    case "rule":
      return finding.title;
    case "element":
      return finding.subjects[0] === undefined ? "The map as a whole" : nameOf(finding.subjects[0]);
  }
}
