import type { AnyRule } from "../rule.ts";
import { rule as councilOutOfBalance } from "../rules/council-out-of-balance.ts";
import { rule as nonPublicBodyInPool } from "../rules/non-public-body-in-pool.ts";
import { rule as poolLacksAPartner } from "../rules/pool-lacks-a-partner.ts";
import { rule as poolWithoutSection75 } from "../rules/pool-without-section-75.ts";
import { rule as unpooledSocialCare } from "../rules/unpooled-social-care.ts";

/** Health and social care money in one purse. */
export const POOLED_MONEY: readonly AnyRule[] = [
  unpooledSocialCare,
  poolWithoutSection75,
  poolLacksAPartner,
  nonPublicBodyInPool,
  councilOutOfBalance,
];
