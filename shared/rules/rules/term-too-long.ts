import { duration } from "../../drawing/dateWords.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf } from "../naming.ts";
import { proposeTerm } from "../proposeTerm.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const mostMonths = 180;

export const rule: Rule<"contract"> = {
  id: "term-too-long",
  title: "A very long term",
  summary: "A contract runs for more than fifteen years.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Over so many years needs, medicine and the law all change, while the contract binds the commissioner to one holder, keeps others out, and may be costly to leave.",
  precedent:
    "Dudley 2016: fifteen years were planned for the contract, and no other in the sources is longer.",

  check(contract, _view, report) {
    const { termMonths } = contract;
    if (termMonths === undefined || termMonths <= mostMonths) return;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${atStart(nameOf(contract))} runs for ${duration(termMonths)}. No contract in the published cases behind this rule was planned for more than ${duration(mostMonths)}.`,
      facts: { termMonths },
    });
  },

  fixes: ({ subjects }, view) => proposeTerm(view.contract(subjects[0]), mostMonths),
};
