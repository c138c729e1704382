import type { Severity } from "../model/systemMap.ts";
import type { PublicFinding } from "./finding.ts";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The public order of findings: severity, rule id, then subject by subject, compared by code unit. */
export function compareFindings(one: PublicFinding, other: PublicFinding): number {
  return (
    rank[one.severity] - rank[other.severity] ||
    compareCodeUnits(one.rule, other.rule) ||
    compareLists(one.subjects, other.subjects)
  );
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index++) {
    const order = compareCodeUnits(one[index] ?? "", other[index] ?? "");
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareCodeUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
