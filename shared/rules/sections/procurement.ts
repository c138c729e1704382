import type { AnyRule } from "../rule.ts";
import { rule as assuranceMissing } from "../rules/assurance-missing.ts";
import { rule as committeesInCommonDecideAlone } from "../rules/committees-in-common-decide-alone.ts";
import { rule as informalBodyCommissions } from "../rules/informal-body-commissions.ts";
import { rule as jointCommissioningWithoutForum } from "../rules/joint-commissioning-without-forum.ts";
import { rule as noAccountableLead } from "../rules/no-accountable-lead.ts";
import { rule as procurementRouteNotStated } from "../rules/procurement-route-not-stated.ts";
import { rule as routeOfAnotherRegime } from "../rules/route-of-another-regime.ts";
import { rule as unadvertisedContract } from "../rules/unadvertised-contract.ts";

/** How a contract was let, who watched over it, and who leads. */
export const PROCUREMENT: readonly AnyRule[] = [
  unadvertisedContract,
  procurementRouteNotStated,
  routeOfAnotherRegime,
  assuranceMissing,
  jointCommissioningWithoutForum,
  committeesInCommonDecideAlone,
  informalBodyCommissions,
  noAccountableLead,
];
