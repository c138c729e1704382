import type { AnyRule } from "../rule.ts";
import { rule as contractHeldByNonEntity } from "../rules/contract-held-by-non-entity.ts";
import { rule as providerActsAsCommissioner } from "../rules/provider-acts-as-commissioner.ts";

/** Who may buy, who may deliver, and what may be passed on. */
export const ROLES: readonly AnyRule[] = [providerActsAsCommissioner, contractHeldByNonEntity];
