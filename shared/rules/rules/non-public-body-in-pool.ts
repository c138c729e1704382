import type { Fund, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, withArticle } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isOrganisation, isPublicSector } from "../terms.ts";

export const rule: Rule<"fund"> = {
  id: "non-public-body-in-pool",
  title: "A body outside the public sector pays into a pool",
  summary:
    "An organisation that is no NHS body, public body or local authority pays into a pool under section 75.",
  basis: "regulation",
  severities: ["error"],
  sources: [SOURCES.partnershipRegulations2000],
  regimes: REGIMES,
  on: "fund",
  why: "A section 75 pool is made up of what its partners, NHS bodies and local authorities, pay in. Companies, charities and practices are not among them, so their money may not be covered by the agreement. They can pay a partner, or be paid from the pool.",

  // Asked of the fund, although the payer is the main subject: there are few pools, and many who pay.
  check(fund, view, report) {
    if (fund.kind !== "pooled" || fund.legalBasis !== "section-75") return;
    for (const payer of view.payersOf(fund)) {
      if (!isOrganisation(payer) || isPublicSector(payer)) continue;
      report({
        severity: "error",
        subjects: [payer, fund],
        message: `${atStart(nameOf(payer))}, ${withArticle(wordInSentence(payer.kind))}, pays into ${nameOf(fund)}, a pool under section 75. Only NHS bodies and local authorities are partners in such a pool, so this may breach the Partnership Arrangements Regulations 2000 (SI 2000/617).`,
        facts: { kind: payer.kind },
      });
    }
  },

  fixes({ subjects }, view) {
    const payer = view.organisation(subjects[0]);
    const fund = view.fund(subjects[1]);
    if (!payer || !fund || !coversWhatItPays(fund, payer, view)) return [];
    const payments = view.relations.filter(
      ({ type, from, to }) => type === "pays" && from === payer.id && to === fund.id,
    );
    return [
      {
        id: "remove-payment",
        label: `Remove what ${nameOf(payer)} pays into it`,
        apply: (editor) => editor.remove(payments.map(({ id }) => id)),
      },
    ];
  },
};

/** Whether the fund, without this payer, still takes in what it pays out, as far as the map states the amounts. */
function coversWhatItPays(fund: Fund, payer: Organisation, view: MapView): boolean {
  const inflows = view.paymentsTo(fund).filter(({ from }) => from !== payer.id);
  if (inflows.length === 0 || inflows.some(({ annualAmount }) => annualAmount === undefined)) return true;
  const outflows = view.paymentsFrom(fund);
  return sumOf(outflows) <= sumOf(inflows);
}

function sumOf(payments: readonly { readonly annualAmount?: number }[]): bigint {
  return payments.reduce((sum, { annualAmount }) => sum + BigInt(annualAmount ?? 0), 0n);
}
