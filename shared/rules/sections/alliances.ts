import type { AnyRule } from "../rule.ts";
import { rule as allianceNotUnanimous } from "../rules/alliance-not-unanimous.ts";
import { rule as allianceSubContractsInside } from "../rules/alliance-sub-contracts-inside.ts";
import { rule as allianceTooSmall } from "../rules/alliance-too-small.ts";
import { rule as allianceWithoutBoard } from "../rules/alliance-without-board.ts";
import { rule as allianceWithoutCommissioner } from "../rules/alliance-without-commissioner.ts";
import { rule as boardWithoutDecisionRule } from "../rules/board-without-decision-rule.ts";

/** What an alliance needs, and how boards decide. */
export const ALLIANCE_RULES: readonly AnyRule[] = [
  allianceWithoutCommissioner,
  allianceTooSmall,
  allianceWithoutBoard,
  allianceNotUnanimous,
  allianceSubContractsInside,
  boardWithoutDecisionRule,
];
