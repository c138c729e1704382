import { REGIMES } from "../../model/systemMap.ts";
import { isNotYetLet } from "../isNotYetLet.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCommissioner, isNhsProvider } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "standard-contract-issued-by-non-commissioner",
  title: "A standard contract from a body that may be unable to issue it",
  summary:
    "A contract has the form of the NHS standard contract, and nobody who buys it is a commissioner or an NHS provider.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "The NHS standard contract is the form in which commissioners buy, and in which NHS bodies pass work on. A company or charity that runs a supply chain has to write a contract of its own, which takes time that plans tend to forget.",
  precedent:
    "Bedfordshire 2014: Circle could not issue the NHS standard contract to its sub-contractors and had to write one that looks like it. Setting the sub-contracts up took longer than planned.",

  check(contract, view, report) {
    if (contract.form !== "nhs-standard" || view.isEnded(contract)) return;
    const buyers = view.buyersOf(contract);
    if (buyers.length === 0 || buyers.some((buyer) => isCommissioner(buyer) || isNhsProvider(buyer))) return;
    report({
      severity: "warning",
      subjects: [contract, buyers],
      message: `${atStart(nameOf(contract))} has the form of the NHS standard contract, but ${namesOf(buyers)}, which ${buyers.length === 1 ? "buys" : "buy"} it, ${buyers.length === 1 ? "is" : "are"} neither a commissioner nor an NHS provider and may not be able to issue it.`,
      facts: { form: contract.form },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract || !isNotYetLet(contract)) return [];
    return [
      {
        id: "propose-bespoke-form",
        label: "Propose a bespoke form",
        apply: (editor) => proposeChange(editor, contract.id, { form: "bespoke" }),
      },
    ];
  },
};
