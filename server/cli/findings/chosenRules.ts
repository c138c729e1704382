import type { ComparisonRule } from "../../../shared/rules/comparison/ComparisonRule.ts";
import { COMPARISON_RULES } from "../../../shared/rules/comparison/comparisonRules.ts";
import { RULES } from "../../../shared/rules/registry.ts";
import type { AnyRule } from "../../../shared/rules/rule.ts";
import { UsageError } from "../CommandError.ts";
import { nearestWords } from "./nearestWords.ts";

/** The rules that a check asks: about one map, and about two options. */
export interface ChosenRules {
  readonly rules: readonly AnyRule[];
  readonly comparisons: readonly ComparisonRule[];
  /** The ids that were asked for; undefined where all are. */
  readonly only?: readonly string[];
}

/**
 * The rules of these ids, or all where none is named.
 * @throws UsageError naming near matches where there is no such rule, or where a rule about two options lacks one of them.
 */
export function chosenRules(ids: readonly string[], isComparison: boolean): ChosenRules {
  if (ids.length === 0) return { rules: RULES, comparisons: isComparison ? COMPARISON_RULES : [] };
  const only = [...new Set(ids)];
  for (const id of only) refuseUnknown(id, isComparison);
  return {
    rules: RULES.filter(({ id }) => only.includes(id)),
    comparisons: COMPARISON_RULES.filter(({ id }) => only.includes(id)),
    only,
  };
}

function refuseUnknown(id: string, isComparison: boolean): void {
  const comparisons = COMPARISON_RULES.map((rule) => rule.id);
  if (comparisons.includes(id)) {
    if (isComparison) return;
    throw new UsageError(`The rule "${id}" compares two options: name the other one with --baseline.`);
  }
  const known = RULES.map((rule) => rule.id);
  if (known.includes(id)) return;
  const near = nearestWords(id, [...known, ...comparisons]);
  const hint = near.length === 0 ? "The rules are listed in docs/rules." : `Did you mean ${near.join(", ")}?`;
  throw new UsageError(`There is no rule "${id}". ${hint}`);
}
