import type { Regime } from "../../shared/model/systemMap.ts";

/** The Acts as the rule book names them. */
export const REGIME_WORDS: Readonly<Record<Regime, string>> = {
  "england-2012": "Health and Social Care Act 2012",
  "england-2022": "Health and Care Act 2022",
};
