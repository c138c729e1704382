import type { Decision } from "../model/systemMap.ts";

/** The key under which the room's decision about one finding is stored: rule and subjects, whatever their order. */
export function decisionKey(rule: string, subjects: readonly string[]): string {
  return JSON.stringify([rule, ...[...subjects].sort()]);
}

/** The decisions of a map file by the keys that they are stored under: a second one about the same finding gets a key of its own. */
export function keyedDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const byKey = new Map<string, Decision>();
  for (const decision of decisions) {
    const key = decisionKey(decision.rule, decision.subjects);
    let free = key;
    for (let repeat = 2; byKey.has(free); repeat++) free = `${key}#${repeat}`;
    byKey.set(free, decision);
  }
  return byKey;
}
