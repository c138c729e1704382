import { duration } from "../../drawing/dateWords.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf } from "../naming.ts";
import { proposeTerm } from "../proposeTerm.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCapitated } from "../terms.ts";

const leastMonths = 36;
const quietMonths = 60;

/** A possible extension does not count, as nobody can plan on it; the message tells it all the same. */
export const rule: Rule<"contract"> = {
  id: "term-too-short",
  title: "A short term for a capitated contract",
  summary: "A capitated head contract runs for less than five years.",
  basis: "lesson",
  severities: ["warning", "info"],
  sources: [SOURCES.kingsFund2016, SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "Keeping people well pays off late. A provider that may lose the contract before then has little reason to invest in it, and each new procurement costs every side a good deal.",
  precedent:
    "Lambeth 2014: the alliance was planned for two years with one more possible; short terms are said to put providers off investing. The capitated contracts in the sources were planned for five to fifteen years.",

  check(contract, view, report) {
    const { termMonths, extensionMonths = 0 } = contract;
    if (termMonths === undefined || termMonths >= quietMonths) return;
    if (!isCapitated(contract) || !view.isHeadContract(contract)) return;
    const extension =
      extensionMonths > 0 ? `, with a possible extension of ${duration(extensionMonths)}` : "";
    report({
      severity: termMonths < leastMonths ? "warning" : "info",
      subjects: [contract],
      message: `${atStart(nameOf(contract))}, a capitated contract, runs for ${duration(termMonths)}${extension}. The published cases behind this rule point to at least ${duration(quietMonths)}.`,
      facts: { termMonths, ...(extensionMonths > 0 && { extensionMonths }) },
    });
  },

  fixes: ({ subjects }, view) => proposeTerm(view.contract(subjects[0]), quietMonths),
};
