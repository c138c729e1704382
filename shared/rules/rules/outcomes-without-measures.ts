import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

/** No fix: how many measures there are is a fact for the room to state. */
export const rule: Rule<"contract"> = {
  id: "outcomes-without-measures",
  title: "Paid on outcomes without measures",
  summary: "A contract pays on outcomes, and states no outcome measures.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "Without measures, and without knowing where each of them starts, nobody can say whether the money was earned. The payment then ends in argument, or is simply paid.",
  precedent:
    "Bedfordshire 2014: the outcome payment was tied to five measures. Cambridgeshire 2014: about 63 were planned, each with its weight.",

  check(contract, _view, report) {
    const { outcomePercent = 0, outcomeMeasures, payment } = contract;
    if (outcomePercent === 0 && payment !== "outcome") return;
    if (outcomeMeasures !== undefined && outcomeMeasures > 0) return;
    const name = nameOf(contract);
    const pays =
      outcomePercent > 0
        ? `${outcomePercent}% of what ${name} pays depends on outcomes`
        : `${atStart(name)} is paid by outcomes`;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${pays}, but ${outcomeMeasures === undefined ? "no outcome measures are stated" : "it is stated to have no outcome measures"}.`,
      facts: {
        ...(outcomePercent > 0 ? { outcomePercent } : payment !== undefined && { payment }),
        ...(outcomeMeasures !== undefined && { outcomeMeasures }),
      },
    });
  },
};
