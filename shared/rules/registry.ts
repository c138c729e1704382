import type { AnyRule } from "./rule.ts";
import { rule as contractHeldByNonEntity } from "./rules/contract-held-by-non-entity.ts";
import { rule as contractWithoutBuyer } from "./rules/contract-without-buyer.ts";
import { rule as contractWithoutHolder } from "./rules/contract-without-holder.ts";
import { rule as duplicateOrganisation } from "./rules/duplicate-organisation.ts";
import { rule as isolatedElement } from "./rules/isolated-element.ts";
import { rule as missingParentGuarantee } from "./rules/missing-parent-guarantee.ts";
import { rule as poolWithoutSection75 } from "./rules/pool-without-section-75.ts";
import { rule as priceBelowCost } from "./rules/price-below-cost.ts";
import { rule as providerActsAsCommissioner } from "./rules/provider-acts-as-commissioner.ts";
import { rule as relationNotAllowed } from "./rules/relation-not-allowed.ts";
import { rule as subContractsBackToParents } from "./rules/sub-contracts-back-to-parents.ts";
import { rule as thinBalanceSheet } from "./rules/thin-balance-sheet.ts";
import { rule as unnamedElement } from "./rules/unnamed-element.ts";
import { rule as unpooledSocialCare } from "./rules/unpooled-social-care.ts";
import { rule as unreadableRecord } from "./rules/unreadable-record.ts";
import { rule as vatLeakage } from "./rules/vat-leakage.ts";

/** Every rule, in the order of the catalogue. */
export const RULES: readonly AnyRule[] = [
  providerActsAsCommissioner,
  contractHeldByNonEntity,
  missingParentGuarantee,
  subContractsBackToParents,
  vatLeakage,
  thinBalanceSheet,
  priceBelowCost,
  unpooledSocialCare,
  poolWithoutSection75,
  unnamedElement,
  isolatedElement,
  duplicateOrganisation,
  contractWithoutBuyer,
  contractWithoutHolder,
  relationNotAllowed,
  unreadableRecord,
];
