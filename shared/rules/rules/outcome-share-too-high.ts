import { REGIMES } from "../../model/systemMap.ts";
import { isNotYetLet } from "../isNotYetLet.ts";
import { nameOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

/** The last two years of the Cambridgeshire plan of 2014: nobody in the sources goes further. */
const highestKnownPercent = 15;

export const rule: Rule<"contract"> = {
  id: "outcome-share-too-high",
  title: "A large share depends on outcomes",
  summary: "More than 15% of what a contract pays depends on outcomes.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "Money that depends on outcomes is money that a provider cannot count on to pay for care. Outcomes take years to move, and others have a hand in them. What is left must be enough to keep care safe when the share is lost.",
  precedent:
    "Cambridgeshire 2014: none was planned for the first year, then 10%, and 15% for the last two years, the highest in the sources. Bedfordshire 2014: the share was kept to 2.5%, so that basic quality stayed payable.",

  check(contract, _view, report) {
    const { outcomePercent } = contract;
    if (outcomePercent === undefined || outcomePercent <= highestKnownPercent) return;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${outcomePercent}% of what ${nameOf(contract)} pays depends on outcomes. The highest share in the published cases behind this rule is ${highestKnownPercent}%.`,
      facts: { outcomePercent },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract || !isNotYetLet(contract)) return [];
    return [
      {
        id: "propose-lower-share",
        label: `Propose ${highestKnownPercent}% on outcomes`,
        apply: (editor) => proposeChange(editor, contract.id, { outcomePercent: highestKnownPercent }),
      },
    ];
  },
};
