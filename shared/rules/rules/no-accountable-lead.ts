import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const MOST_CANDIDATES = 3;

export const rule: Rule<"contract"> = {
  id: "no-accountable-lead",
  title: "Nobody answers for the whole",
  summary:
    "Two or more organisations hold a head contract that is no alliance contract, and none of them leads.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014, SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "When care falls between two holders, the commissioner needs one that answers for the whole. Only in an alliance contract do all holders answer for one another, and stand or fall together.",
  precedent:
    "Staffordshire 2014: an alliance for cancer and end of life care was turned down because no one would have been accountable.",

  check(contract, view, report) {
    if (contract.kind === "alliance" || !view.isHeadContract(contract) || view.isEnded(contract)) return;
    const holders = view.holdersOf(contract);
    if (holders.length < 2 || view.holdsOf(contract).some(({ lead }) => lead)) return;
    report({
      severity: "warning",
      subjects: [contract, holders],
      message: `${atStart(nameOf(contract))} is held by ${namesOf(holders)}, and none of them is the lead. It may be unclear who answers for the whole.`,
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    const holders = view.holdersOf(contract).slice(0, MOST_CANDIDATES);
    return holders.map((holder) => letLead(holder, contract, view));
  },
};

function letLead(holder: Organisation, contract: Contract, view: MapView): Fix {
  return {
    id: `lead-${holder.id}`,
    label: `State ${nameOf(holder)} as the lead`,
    apply(editor) {
      const own = view.holdsOf(contract).find(({ from }) => from === holder.id);
      if (own) editor.setField(own.id, "lead", true);
    },
  };
}
