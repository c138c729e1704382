import { REGIMES } from "../../model/systemMap.ts";
import { atStart, comparedMoney, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isLocalAuthority } from "../terms.ts";

export const rule: Rule<"organisation"> = {
  id: "council-out-of-balance",
  title: "A council pays out more than it takes in",
  summary: "A local authority is drawn as paying out more in a year than its stated annual income.",
  basis: "law",
  severities: ["error"],
  sources: [
    "Local Government Finance Act 1988, section 114",
    "Local Government Finance Act 1992",
    SOURCES.dacBeachcroft2016,
  ],
  regimes: REGIMES,
  on: "organisation",
  why: "Most NHS providers may run a deficit for a time. A council has to set a budget that balances, and its finance officer has to report, and stop new spending, when it would not. So a council can share the risk of a pool or a contract only as far as its own budget carries it.",

  check(council, view, report) {
    const { annualIncome } = council;
    if (annualIncome === undefined || !isLocalAuthority(council)) return;
    const paid = view
      .paymentsFrom(council)
      .reduce((sum, { annualAmount }) => sum + BigInt(annualAmount ?? 0), 0n);
    if (paid <= BigInt(annualIncome)) return;
    const [out, income] = comparedMoney(paid, annualIncome);
    report({
      severity: "error",
      subjects: [council],
      message: `${atStart(nameOf(council))} pays out ${out} a year, more than its income of ${income}. A council has to balance its budget, so this may breach the Local Government Finance Acts 1988 and 1992.`,
      facts: { paidOut: Number(paid), annualIncome },
    });
  },
};
