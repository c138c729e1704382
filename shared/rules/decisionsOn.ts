import { decisionKey } from "../document/decisionKey.ts";
import { isSameJson } from "../model/isSameJson.ts";
import type { Decision } from "../model/systemMap.ts";
import type { Finding } from "./finding.ts";

type Decided = Pick<Finding, "rule" | "subjects">;

const NONE: readonly Decision[] = [];

/** Looks up the decisions about a finding, by its rule and the set of its subjects, in the order in which the map lists them. */
export function decisionsOn(decisions: readonly Decision[]): (finding: Decided) => readonly Decision[] {
  if (decisions.length === 0) return () => NONE;
  const byKey = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const key = setKey(decision);
    const same = byKey.get(key);
    if (same) same.push(decision);
    else byKey.set(key, [decision]);
  }
  return (finding) => byKey.get(setKey(finding)) ?? NONE;
}

/** Whether what a finding states is still what a decision about it was taken on. One that states no facts holds whatever they are. */
export function stillHolds({ facts }: Decision, finding: Pick<Finding, "facts">): boolean {
  return facts === undefined || isSameJson(facts, finding.facts);
}

function setKey({ rule, subjects }: Decided): string {
  return decisionKey(rule, [...new Set(subjects)]);
}
