import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { missingPartySeverity } from "../missingPartySeverity.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule<"contract"> = {
  id: "contract-without-buyer",
  title: "Nobody buys this contract",
  summary: "Nobody commissions a contract.",
  basis: "completeness",
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
};
