import type { AnyRule } from "../rule.ts";
import { rule as missingParentGuarantee } from "../rules/missing-parent-guarantee.ts";
import { rule as priceBelowCost } from "../rules/price-below-cost.ts";
import { rule as subContractsBackToParents } from "../rules/sub-contracts-back-to-parents.ts";
import { rule as thinBalanceSheet } from "../rules/thin-balance-sheet.ts";
import { rule as vatLeakage } from "../rules/vat-leakage.ts";

/** Who stands behind a contract, at what price and for how long. */
export const SECURITY: readonly AnyRule[] = [
  missingParentGuarantee,
  subContractsBackToParents,
  vatLeakage,
  thinBalanceSheet,
  priceBelowCost,
];
