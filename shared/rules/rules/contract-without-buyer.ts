import type { Contract } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { missingPartySeverity } from "../missingPartySeverity.ts";
import { atStart, nameOf } from "../naming.ts";
import { proposeBuyer, proposeBuyers } from "../proposeBuyers.ts";
import type { Rule } from "../rule.ts";
import { isProvider } from "../terms.ts";

const mostProposed = 3;

export const rule: Rule<"contract"> = {
  id: "contract-without-buyer",
  title: "Nobody buys this contract",
  summary: "Nobody commissions a contract.",
  basis: "completeness",
  severities: ["warning", "info"],
  sources: [],
  regimes: REGIMES,
  on: "contract",
  why: "Every contract has somebody who lets it and answers for it. Until that is drawn, most rules cannot look at it.",

  check(contract, view, report) {
    if (contract.kind === "memorandum" || view.commissionsOf(contract).length > 0) return;
    const status = contract.status === undefined ? "" : `, which is ${wordInSentence(contract.status)},`;
    report({
      severity: missingPartySeverity(contract),
      subjects: [contract],
      message: `${atStart(nameOf(contract))}${status} is commissioned by nobody on this map.`,
      facts: contract.status === undefined ? {} : { status: contract.status },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract || view.isEnded(contract)) return [];
    return isSubContract(contract, view) ? proposeHolders(contract, view) : proposeBuyers(contract, view);
  },
};

function isSubContract(contract: Contract, view: MapView): boolean {
  return contract.kind === "sub-contract" || view.contractsAbove(contract).length > 0;
}

/** Who holds the contract above lets the one under it. */
function proposeHolders(contract: Contract, view: MapView): readonly Fix[] {
  const holders = view
    .contractsAbove(contract)
    .filter((above) => !view.isEnded(above))
    .flatMap((above) => view.holdersOf(above))
    .filter((holder) => isProvider(holder) && !view.isHolder(holder, contract));
  return view
    .inDocumentOrder(holders)
    .slice(0, mostProposed)
    .map((holder) => proposeBuyer(holder, contract));
}
