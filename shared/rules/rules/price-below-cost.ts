import { duration } from "../../drawing/dateWords.ts";
import { annualValueOf, isAnnualValueBelow } from "../../model/contractValue.ts";
import type { Contract } from "../../model/element.ts";
import { formatMoney } from "../../model/money.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, comparedMoney, nameOf } from "../naming.ts";
import type { Report, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

/** A bid below this share of the ceiling is worth a question where nobody has said what the care costs. */
const lowestQuietPercent = 97;

export const rule: Rule<"contract"> = {
  id: "price-below-cost",
  title: "The price may not cover the cost",
  summary:
    "A contract’s annual value is below its estimated annual cost; or no cost is stated and its total is below 97% of the price ceiling.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "A price below what the care costs is not a saving: the gap comes back as a claim for more money, as care that is not given, or as a contract that ends early. Agree what the care costs today before agreeing a price.",
  precedent:
    "Cambridgeshire 2015: UnitingCare won with a bid of £726m against a ceiling of £752m (96.5%), asked for £34m more after one month, and ended the contract in December.",

  check(contract, _view, report) {
    const found = belowCost(contract) ?? belowCeiling(contract);
    if (found) report({ severity: "warning", subjects: [contract], ...found });
  },
};

type Found = Pick<Report, "message" | "facts">;

function belowCost(contract: Contract): Found | undefined {
  const { annualValue, totalValue, termMonths, estimatedAnnualCost } = contract;
  if (estimatedAnnualCost === undefined || !isAnnualValueBelow(contract, estimatedAnnualCost))
    return undefined;
  const [value, cost] = comparedMoney(annualValueOf(contract) ?? 0, estimatedAnnualCost);
  if (annualValue !== undefined || totalValue === undefined || termMonths === undefined) {
    return {
      message: `${atStart(nameOf(contract))} pays ${value} a year for care that is estimated to cost ${cost} a year.`,
      facts: { ...(annualValue === undefined ? {} : { annualValue }), estimatedAnnualCost },
    };
  }
  return {
    message: `${atStart(nameOf(contract))} pays ${formatMoney(totalValue)} over ${duration(termMonths)}, which comes to ${value} a year, for care that is estimated to cost ${cost} a year.`,
    facts: { totalValue, termMonths, estimatedAnnualCost },
  };
}

function belowCeiling(contract: Contract): Found | undefined {
  const { totalValue, priceCeiling, estimatedAnnualCost } = contract;
  if (estimatedAnnualCost !== undefined || totalValue === undefined || priceCeiling === undefined)
    return undefined;
  if (BigInt(totalValue) * 100n >= BigInt(priceCeiling) * BigInt(lowestQuietPercent)) return undefined;
  const [value, ceiling] = comparedMoney(totalValue, priceCeiling);
  // Rounded down, so that 96.99 % does not read as the 97 % that would be quiet.
  const percent = Math.floor((totalValue / priceCeiling) * 1000) / 10;
  return {
    message: `${atStart(nameOf(contract))} is priced at ${value} against a ceiling of ${ceiling} (${percent}%), and what the care costs is not stated.`,
    facts: { totalValue, priceCeiling },
  };
}
