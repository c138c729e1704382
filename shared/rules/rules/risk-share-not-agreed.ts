import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { statedWorth } from "../statedWorth.ts";
import { isCapitated } from "../terms.ts";

/** No fix: how a risk is shared is for the parties to agree. */
export const rule: Rule<"contract"> = {
  id: "risk-share-not-agreed",
  title: "Who bears the risk is not stated",
  summary: "A capitated head contract is awarded or live, and its risk share is not stated.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014, SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Under capitation somebody loses when people need more care than was paid for, and somebody gains when they need less. If the parties have not agreed who, and how much, they will argue about it when the first loss comes. The answer can be that no risk is shared; then say so.",
  precedent:
    "Salford 2016: it was settled beforehand. A risk-share agreement was one of the 18 legal documents, and the commissioner covered the deficits of the first year.",

  check(contract, view, report) {
    const { riskShare, status } = contract;
    if (riskShare !== undefined || (status !== "awarded" && status !== "live")) return;
    if (!isCapitated(contract) || !view.isHeadContract(contract)) return;
    const worth = statedWorth(contract);
    report({
      severity: "warning",
      subjects: [contract],
      message: `${atStart(nameOf(contract))}${worth.words ? ` (${worth.words})` : ""} is capitated and ${wordInSentence(status, "status")}, but how losses and savings are shared is not stated.`,
      facts: { status, ...worth.facts },
    });
  },
};
