import type { Regime } from "../model/systemMap.ts";

/** The day to which the rules of each regime were checked against the law, where that law still moves. */
const CHECKED: Partial<Record<Regime, string>> = {
  "england-2022": "to 21 November 2026; a Health Bill is before Parliament.",
};

/**
 * What must be said beside the rules of a regime: the day to which they were checked, and what is on its way. Begins with `rules`,
 * what the rules are called there, where that is not said before it. Undefined where the law has ended and nothing can change any more.
 */
export function rulePackNote(regime: Regime, rules?: string): string | undefined {
  const checked = CHECKED[regime];
  if (checked === undefined) return undefined;
  return rules === undefined ? `Checked ${checked}` : `${rules} checked ${checked}`;
}
