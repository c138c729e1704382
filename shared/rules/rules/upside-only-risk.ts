import { REGIMES } from "../../model/systemMap.ts";
import { isNotYetLet } from "../isNotYetLet.ts";
import { nameOf, namesOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

export const rule: Rule<"contract"> = {
  id: "upside-only-risk",
  title: "Reward without risk",
  summary: "The risk share of a contract is upside only.",
  basis: "lesson",
  severities: ["info"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "A provider that shares in savings but not in losses has a reason to save, yet the risk stays where it was: with the commissioner. As a first step that can be wise. Do not count on it to move risk.",
  precedent:
    "Mid-Nottinghamshire 2016: a joint quality payment rewarded better results without a penalty if admissions rose, so the operational risk stayed with the commissioners.",

  check(contract, view, report) {
    if (contract.riskShare !== "upside") return;
    const holders = view.holdersOf(contract);
    report({
      severity: "info",
      subjects: [contract],
      message: `The risk share of ${nameOf(contract)} is upside only: ${holders.length === 0 ? "whoever holds it" : namesOf(holders)} may share in savings but not in losses, so little risk moves.`,
      facts: { riskShare: contract.riskShare },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract || !isNotYetLet(contract)) return [];
    return [
      {
        id: "propose-two-sided",
        label: "Propose a two-sided risk share",
        apply: (editor) => proposeChange(editor, contract.id, { riskShare: "two-sided" }),
      },
    ];
  },
};
