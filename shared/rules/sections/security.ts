import type { AnyRule } from "../rule.ts";
import { rule as integratorDeliversNothing } from "../rules/integrator-delivers-nothing.ts";
import { rule as missingParentGuarantee } from "../rules/missing-parent-guarantee.ts";
import { rule as outcomeShareTooHigh } from "../rules/outcome-share-too-high.ts";
import { rule as outcomesWithoutMeasures } from "../rules/outcomes-without-measures.ts";
import { rule as priceBelowCost } from "../rules/price-below-cost.ts";
import { rule as riskShareNotAgreed } from "../rules/risk-share-not-agreed.ts";
import { rule as subContractsBackToParents } from "../rules/sub-contracts-back-to-parents.ts";
import { rule as termTooLong } from "../rules/term-too-long.ts";
import { rule as termTooShort } from "../rules/term-too-short.ts";
import { rule as thinBalanceSheet } from "../rules/thin-balance-sheet.ts";
import { rule as uncappedPrivateRisk } from "../rules/uncapped-private-risk.ts";
import { rule as upsideOnlyRisk } from "../rules/upside-only-risk.ts";
import { rule as vatLeakage } from "../rules/vat-leakage.ts";
import { rule as vehicleWithoutParents } from "../rules/vehicle-without-parents.ts";
import { rule as weakGuarantor } from "../rules/weak-guarantor.ts";

/** Who stands behind a contract, at what price and for how long. */
export const SECURITY: readonly AnyRule[] = [
  missingParentGuarantee,
  vehicleWithoutParents,
  weakGuarantor,
  subContractsBackToParents,
  vatLeakage,
  thinBalanceSheet,
  priceBelowCost,
  riskShareNotAgreed,
  upsideOnlyRisk,
  uncappedPrivateRisk,
  outcomesWithoutMeasures,
  outcomeShareTooHigh,
  termTooShort,
  termTooLong,
  integratorDeliversNothing,
];
