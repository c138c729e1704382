import type { Fund } from "../../model/element.ts";
import { REGIMES, type Regime } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { isLocalAuthority, isNhsBody, isOrganisation, isPublicSector } from "../terms.ts";

const wayToPool: Readonly<Record<Regime, string>> = {
  "england-2012": "section 75",
  "england-2022": "section 75 or section 65Z6",
};

export const rule: Rule<"fund"> = {
  id: "pool-without-section-75",
  title: "Pooled money without section 75",
  summary:
    "A local authority and an NHS body pay into a pooled fund whose legal basis is not section 75, or is not stated.",
  basis: "law",
  severities: ["error", "warning"],
  sources: ["National Health Service Act 2006, section 75 and, as inserted in 2022, section 65Z6"],
  regimes: REGIMES,
  on: "fund",
  why: "Councils and NHS bodies may mix their money in one pot only under an agreement that the law provides for, above all under section 75 of the NHS Act 2006 and its regulations. Without one, neither may be able to show that it had the power to pay in, and money may have to be paid back.",

  check(fund, view, report) {
    if (fund.kind !== "pooled" || isEnough(fund, view.regime)) return;
    const payers = view.payersOf(fund);
    if (!payers.some(isLocalAuthority) || !payers.some(isNhsBody)) return;
    const who = `${atStart(namesOf(payers))} pay into ${nameOf(fund)}`;
    if (fund.legalBasis === undefined) {
      report({
        severity: "warning",
        basis: "completeness",
        subjects: [fund, payers],
        message: `${who}, and the legal basis of the pool is not stated.`,
      });
      return;
    }
    const basis =
      fund.legalBasis === "none" ? "no legal basis" : `${wordInSentence(fund.legalBasis)} as its legal basis`;
    report({
      severity: "error",
      subjects: [fund, payers],
      message: `${who}, a pool with ${basis}. Pooling without ${wayToPool[view.regime]} of the NHS Act 2006 may breach the law.`,
      facts: { legalBasis: fund.legalBasis },
    });
  },

  fixes({ subjects }, view) {
    const fund = view.fund(subjects[0]);
    // What basis an existing pool has is a fact for the room to state; only a proposal can be given one by a click.
    if (!fund?.proposed) return [];
    // Under section 75 it would be the next fault that such a body pays in.
    if (view.payersOf(fund).some((payer) => isOrganisation(payer) && !isPublicSector(payer))) return [];
    return [
      {
        id: "propose-section-75",
        label: "Propose section 75 as its basis",
        apply: (editor) => editor.setField(fund.id, "legalBasis", "section-75"),
      },
    ];
  },
};

function isEnough({ legalBasis }: Fund, regime: Regime): boolean {
  return legalBasis === "section-75" || (regime === "england-2022" && legalBasis === "section-65z6");
}
