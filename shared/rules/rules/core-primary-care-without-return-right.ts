import { REGIMES } from "../../model/systemMap.ts";
import { isNotYetLet } from "../isNotYetLet.ts";
import { atStart, nameOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { coversCorePrimaryCare } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "core-primary-care-without-return-right",
  title: "No way back to the core contract",
  summary:
    "A head contract covers core primary care, and practices may not return to their core contract, or nothing says whether they may.",
  basis: "guidance",
  severities: ["warning", "info"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Most core contracts have no end date; a contract that takes their place has one. Without a right to return, practices that join could be left with nothing when it ends, passes to another holder or fails. Few will join on such terms, and their patients bear the risk.",
  precedent:
    "South Somerset 2016: GPs who join Symphony Healthcare Services can go back to their own GMS or PMS contract if the company is sold or wound up, or the integrated contract moves elsewhere.",

  check(contract, view, report) {
    const { returnRight } = contract;
    if (returnRight === true || !coversCorePrimaryCare(contract)) return;
    if (view.isEnded(contract) || !view.isHeadContract(contract)) return;
    const what = `${atStart(nameOf(contract))} covers core primary care`;
    report({
      severity: returnRight === false ? "warning" : "info",
      subjects: [contract],
      message:
        returnRight === false
          ? `${what}, and gives practices no right to return to their core contract when it ends.`
          : `${what}, and it is not stated whether practices may return to their core contract when it ends.`,
      facts: { returnRight: returnRight ?? null },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract || !isNotYetLet(contract)) return [];
    return [
      {
        id: "propose-return-right",
        label: "Propose a right to return",
        apply: (editor) => proposeChange(editor, contract.id, { returnRight: true }),
      },
    ];
  },
};
