import { annualValueOf } from "../../model/contractValue.ts";
import type { Contract } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { annualSum, isMore, rounded } from "../annualSum.ts";
import type { MapView } from "../MapView.ts";
import { comparedMoney, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { sumAsFact } from "../sums.ts";

export const rule: Rule<"contract"> = {
  id: "sub-contracts-exceed-head",
  title: "More passed on than there is",
  summary: "The contracts let under a contract are worth more in a year than the contract itself.",
  basis: "lesson",
  severities: ["error"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Whoever holds a contract pays those under it out of what it is paid. If they are promised more than that, the holder loses money from the first day, before it has delivered anything itself.",
  precedent:
    "Cambridgeshire 2015: UnitingCare passed work on by sub-contracts to its parents and others, and after one month asked for £34m more for the first year. What the sub-contracts were worth is not stated.",

  check(contract, view, report) {
    if (annualValueOf(contract) === undefined || view.isEnded(contract)) return;
    const passedOn = pricedUnder(contract, view);
    if (passedOn.length === 0) return;
    const sum = annualSum(passedOn);
    const own = annualSum([contract]);
    if (!isMore(sum, own)) return;
    const [all, head] = comparedMoney(rounded(sum), rounded(own));
    report({
      severity: "error",
      subjects: [contract, passedOn],
      message: `${whatIsUnder(passedOn, contract)} ${all} a year, ${all === head ? "a little more" : "more"} than the ${head} a year that ${nameOf(contract)} is worth.`,
      facts: { subContracts: sumAsFact(rounded(sum)), contract: sumAsFact(rounded(own)) },
    });
  },
};

/** A contract that is drawn under itself is among those under it, as in a circle of several. */
function pricedUnder(contract: Contract, view: MapView): readonly Contract[] {
  return view
    .contractsUnder(contract)
    .filter((one) => annualValueOf(one) !== undefined && !view.isEnded(one));
}

function whatIsUnder(contracts: readonly Contract[], head: Contract): string {
  return contracts.length === 1
    ? `${namesOf(contracts)}, let under ${nameOf(head)}, is worth`
    : `The contracts under ${nameOf(head)} (${namesOf(contracts)}) add up to`;
}
