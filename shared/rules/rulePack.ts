import type { Regime } from "../model/systemMap.ts";

/** The day to which the rules of each regime were checked against the law, where that law still moves. */
const CHECKED: Partial<Record<Regime, string>> = {
  "england-2022": "Checked to 21 November 2026; a Health Bill is before Parliament.",
};

/**
 * What must be said beside the rules of a regime: the day to which they were checked, and what is on its way. Undefined where the
 * law has ended and nothing can change any more.
 */
export function rulePackNote(regime: Regime): string | undefined {
  return CHECKED[regime];
}
