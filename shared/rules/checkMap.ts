import type { Snapshot } from "../document/snapshot.ts";
import { compareFindings } from "./compareFindings.ts";
import type { CheckedFinding } from "./finding.ts";
import { MapView } from "./MapView.ts";
import { type Outcome, RulesInForce } from "./RulesInForce.ts";
import { RULES } from "./registry.ts";
import type { AnyRule } from "./rule.ts";
import type { Failure } from "./ruleFailed.ts";

export type { CheckedFinding } from "./finding.ts";

/**
 * Checks a whole map and gives what the rules of its regime find, in the public order, with the map's own severities and
 * decisions applied. Never throws: a rule that fails becomes a finding of its own, and the others are still heard.
 * For a map that is being edited, see `LiveCheck`.
 * @param rules default: the whole catalogue.
 */
export function checkMap(snapshot: Snapshot, rules: readonly AnyRule[] = RULES): CheckedFinding[] {
  const view = new MapView(snapshot);
  const inForce = new RulesInForce(snapshot.map, rules, { view });
  const found: CheckedFinding[] = [];
  const failures: Failure[] = [];
  const take = (outcome: Outcome) => {
    for (const finding of outcome.found) found.push(finding);
    for (const failure of outcome.failures) failures.push(failure);
  };
  // Subject by subject, not rule by rule: what is around one subject is then still at hand for the next rule.
  for (const element of view.elements) take(inForce.onElement(element));
  for (const relation of view.relations) take(inForce.onRelation(relation));
  for (let number = 0; number < inForce.mapRuleCount; number++) take(inForce.onMap(number));
  return [...found, ...inForce.failed(failures)].sort(compareFindings);
}
