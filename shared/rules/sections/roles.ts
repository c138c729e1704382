import type { AnyRule } from "../rule.ts";
import { rule as commissionerActsAsProvider } from "../rules/commissioner-acts-as-provider.ts";
import { rule as commissioningDelegatedToProvider } from "../rules/commissioning-delegated-to-provider.ts";
import { rule as conflictOfInterest } from "../rules/conflict-of-interest.ts";
import { rule as contractHeldByNonEntity } from "../rules/contract-held-by-non-entity.ts";
import { rule as delegationWithoutLegalBasis } from "../rules/delegation-without-legal-basis.ts";
import { rule as devolutionWithoutOrder } from "../rules/devolution-without-order.ts";
import { rule as providerActsAsCommissioner } from "../rules/provider-acts-as-commissioner.ts";
import { rule as publicInvolvementDelegated } from "../rules/public-involvement-delegated.ts";
import { rule as standardContractIssuedByNonCommissioner } from "../rules/standard-contract-issued-by-non-commissioner.ts";

/** Who may buy, who may deliver, and what may be passed on. */
export const ROLES: readonly AnyRule[] = [
  providerActsAsCommissioner,
  commissionerActsAsProvider,
  commissioningDelegatedToProvider,
  delegationWithoutLegalBasis,
  devolutionWithoutOrder,
  publicInvolvementDelegated,
  contractHeldByNonEntity,
  standardContractIssuedByNonCommissioner,
  conflictOfInterest,
];
