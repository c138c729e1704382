import { decisionKey } from "../document/decisionKey.ts";
import { isSameJson } from "../model/isSameJson.ts";
import type { Decision } from "../model/systemMap.ts";
import type { Finding } from "./finding.ts";

/**
 * Tells which findings the room has accepted: those with a decision about the same rule and the same set of subjects,
 * whose facts, where it states any, still hold.
 */
export function acceptedBy(decisions: readonly Decision[]): (finding: Finding) => boolean {
  const byKey = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const key = setKey(decision.rule, decision.subjects);
    const same = byKey.get(key);
    if (same) same.push(decision);
    else byKey.set(key, [decision]);
  }
  if (byKey.size === 0) return () => false;
  return (finding) =>
    byKey
      .get(setKey(finding.rule, finding.subjects))
      ?.some(({ facts }) => facts === undefined || isSameJson(facts, finding.facts)) ?? false;
}

function setKey(rule: string, subjects: readonly string[]): string {
  return decisionKey(rule, [...new Set(subjects)]);
}
