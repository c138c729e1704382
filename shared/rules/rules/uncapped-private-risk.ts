import type { Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { statedWorth } from "../statedWorth.ts";
import { isGpLed } from "../terms.ts";

/** No fix: the share is a figure that only the parties can agree. */
export const rule: Rule<"contract"> = {
  id: "uncapped-private-risk",
  title: "Profit and loss have no stated limit",
  summary:
    "An independent provider or a GP-led body holds a contract with a two-sided risk share, and no gain share is stated.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014, SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "A holder that may keep every saving has a strong reason to save, even at the cost of access and quality, and a small one may not survive the first large loss. A cap and collar says how much of a gain or a loss falls to the holder, and what beyond that goes back to care or to the commissioner.",
  precedent:
    "Modality 2016: the GP partnership in Sandwell and West Birmingham wanted profit and loss within a cap and collar. Bedfordshire 2014: a first part of any surplus goes to Circle, and the rest is shared half and half with the commissioner.",

  check(contract, view, report) {
    if (contract.riskShare !== "two-sided" || contract.gainSharePercent !== undefined) return;
    const exposed = view.holdersOf(contract).filter(isPrivate);
    if (exposed.length === 0) return;
    const worth = statedWorth(contract);
    report({
      severity: "warning",
      subjects: [contract, exposed],
      message: `${atStart(nameOf(contract))}${worth.words ? ` (${worth.words})` : ""} puts ${namesOf(exposed)} at two-sided risk, but no gain share is stated. A cap and collar may be meant; until a figure is stated, profit and loss may have no limit.`,
      facts: { riskShare: contract.riskShare, ...worth.facts },
    });
  },
};

function isPrivate(holder: Organisation): boolean {
  return holder.kind === "independent-provider" || isGpLed(holder);
}
