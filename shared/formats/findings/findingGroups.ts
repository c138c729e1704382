import { SEVERITIES, type Severity } from "../../model/systemMap.ts";
import { wordFor } from "../../model/words.ts";
import type { Basis, CheckedFinding } from "../../rules/finding.ts";

/** What one rule has found at one severity. Its heading, reasons and sources are said once. */
export interface RuleFindings {
  readonly basis: Basis;
  readonly findings: readonly [CheckedFinding, ...CheckedFinding[]];
}

export interface SeverityGroup {
  readonly severity: Severity;
  /** "Must fix". */
  readonly word: string;
  readonly count: number;
  readonly rules: readonly RuleFindings[];
}

/** The findings that nobody has accepted, by severity and rule, in the public order. Severities without any are left out. */
export function openBySeverity(findings: readonly CheckedFinding[]): readonly SeverityGroup[] {
  const open = findings.filter(({ accepted }) => !accepted);
  return SEVERITIES.flatMap((severity) => {
    const group = open.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    return [{ severity, word: wordFor(severity), count: group.length, rules: byRule(group) }];
  });
}

/** The findings that the room has accepted, by rule. */
export function acceptedByRule(findings: readonly CheckedFinding[]): readonly RuleFindings[] {
  return byRule(findings.filter(({ accepted }) => accepted));
}

function byRule(findings: readonly CheckedFinding[]): readonly RuleFindings[] {
  const groups = new Map<string, { basis: Basis; findings: [CheckedFinding, ...CheckedFinding[]] }>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.basis}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { basis: finding.basis, findings: [finding] });
  }
  return [...groups.values()];
}
