import type { Contract } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { Fix } from "../finding.ts";
import { isNotYetLet } from "../isNotYetLet.ts";
import { leaveCoreCareOut } from "../leaveCoreCareOut.ts";
import { atStart, nameOf, withArticle } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { coversCorePrimaryCare } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "core-primary-care-in-wrong-model",
  title: "Core primary care in a model without it",
  summary: "A virtual or partially integrated contract covers core primary care.",
  basis: "guidance",
  severities: ["error"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "The three models for multispecialty community providers (MCPs) are told apart by budgets and by core general practice. In the virtual and the partially integrated one practices keep their GMS or PMS contracts beside it; only the fully integrated one takes core general practice in.",
  precedent:
    "Dudley 2016: core general practice was to come inside, so the fully integrated model was planned. Most other MCPs looked for a model with the core contracts alongside.",

  check(contract, view, report) {
    if (contract.kind !== "mcp-virtual" && contract.kind !== "mcp-partially-integrated") return;
    if (!coversCorePrimaryCare(contract) || view.isEnded(contract)) return;
    report({
      severity: "error",
      subjects: [contract],
      message: `${atStart(nameOf(contract))}, ${withArticle(wordInSentence(contract.kind))}, covers core primary care. Only the fully integrated model does: in this one practices keep their own core contracts.`,
      facts: { kind: contract.kind },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    return [...leaveCoreCareOut(contract), ...proposeFullIntegration(contract)];
  },
};

function proposeFullIntegration(contract: Contract): readonly Fix[] {
  if (!isNotYetLet(contract)) return [];
  return [
    {
      id: "propose-full-integration",
      label: "Propose the fully integrated model",
      apply: (editor) => proposeChange(editor, contract.id, { kind: "mcp-fully-integrated" }),
    },
  ];
}
