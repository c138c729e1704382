import type { ComparisonRule } from "./ComparisonRule.ts";
import { rule as commissionerCostRises } from "./commissioner-cost-rises.ts";
import { rule as providerDestabilised } from "./provider-destabilised.ts";

/** Every rule about two options, in the order of the catalogue. */
export const COMPARISON_RULES: readonly ComparisonRule[] = [providerDestabilised, commissionerCostRises];
