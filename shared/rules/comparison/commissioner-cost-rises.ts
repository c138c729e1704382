import { REGIMES } from "../../model/systemMap.ts";
import { atStart, comparedMoney, nameOf } from "../naming.ts";
import { SOURCES } from "../sources.ts";
import { wholeSum } from "../statedPayments.ts";
import { sumAsFact } from "../sums.ts";
import { isCommissioner } from "../terms.ts";
import type { ComparisonRule } from "./ComparisonRule.ts";

export const rule: ComparisonRule = {
  id: "commissioner-cost-rises",
  title: "A commissioner pays more",
  summary: "A commissioner pays out more on the option than on the baseline.",
  basis: "lesson",
  severities: ["info"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "organisation",
  why: "An option that costs a commissioner more needs somebody to say where the money comes from, and when it is meant to come back.",
  precedent:
    "Staffordshire 2014: the prime contractors were to pay for themselves within two years, out of savings.",

  compare(commissioner, onBaseline, { baseline, option }, report) {
    if (!isCommissioner(commissioner)) return;
    const toOthers = ({ to }: { readonly to: string }) => to !== commissioner.id;
    const before = wholeSum(baseline.paymentsFrom(onBaseline).filter(toOthers));
    const after = wholeSum(option.paymentsFrom(commissioner).filter(toOthers));
    if (before === undefined || after === undefined || after <= before) return;
    const [from, to] = comparedMoney(before, after);
    report({
      severity: "info",
      subjects: [commissioner],
      message: `${atStart(nameOf(commissioner))} pays out ${from} a year on the baseline and ${to} on this option.`,
      facts: { baseline: sumAsFact(before), option: sumAsFact(after) },
    });
  },
};
