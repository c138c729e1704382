import type { RelationOf } from "../../model/relation.ts";
import { REGIMES, type Regime } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { delegatedFunction } from "../delegatedFunction.ts";
import { fittingBasis, isWrongBasis } from "../delegationBasis.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf } from "../naming.ts";
import { onBasis } from "../onBasis.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

type Delegation = RelationOf<"delegates">;

export const rule: Rule<"organisation"> = {
  id: "delegation-without-legal-basis",
  title: "A delegation without a legal basis",
  summary:
    "A function is delegated on no legal basis, on one that may not carry it, or on one that is not stated.",
  basis: "law",
  severities: ["error", "warning"],
  sources: [
    "National Health Service Act 2006, sections 75 and, as inserted in 2022, 65Z5",
    SOURCES.kingsFund2016,
  ],
  regimes: REGIMES,
  on: "organisation",
  why: "A public body can let another decide in its place only where an Act allows it. Without that power the decisions of the other body, and what it spends, can be challenged. Between councils and NHS bodies the way for social care is section 75 of the NHS Act 2006.",
  precedent:
    "Salford 2016: the city council delegated adult social care functions to the foundation trust under a section 75 agreement. Northumberland 2016: for its older delegation of the same kind the sources name no basis.",

  // Asked of the giver, although each delegation is a main subject: few organisations delegate, and a map has many lines.
  check(giver, view, report) {
    for (const delegation of view.delegationsFrom(giver)) {
      const { level, legalBasis } = delegation;
      if (level !== "delegated" || legalBasis === "section-75") continue;
      const receiver = view.element(delegation.to);
      if (!receiver) continue;
      const facts = { function: delegation.function ?? null, legalBasis: legalBasis ?? null };
      const subjects = [delegation, giver, receiver];
      const who = `${atStart(nameOf(giver))} delegates ${delegatedFunction(delegation)} to ${nameOf(receiver)}`;
      if (legalBasis === undefined) {
        const message = `${who}, and the legal basis is not stated.`;
        report({ severity: "warning", basis: "completeness", subjects, message, facts });
      } else if (isWrongBasis(delegation, giver, receiver, view.regime)) {
        const message = `${who} ${whatIsWrong(legalBasis, view.regime)}`;
        report({ severity: "error", subjects, message, facts });
      }
    }
  },

  fixes({ subjects }, view) {
    const found = delegationOf(subjects, view);
    if (!found) return [];
    const { delegation, giver, receiver } = found;
    // On what basis an agreed delegation rests is a fact for the room to state.
    if (delegation.legalBasis === undefined && !delegation.proposed) return [];
    const legalBasis = fittingBasis(delegation, giver, receiver, view.regime);
    if (legalBasis === undefined) return [];
    return [
      {
        id: `propose-${legalBasis}`,
        label: `Propose ${wordInSentence(legalBasis)} as its basis`,
        apply: (editor) => proposeChange(editor, delegation.id, { legalBasis }),
      },
    ];
  },
};

function delegationOf([id, from]: readonly string[], view: MapView) {
  const giver = view.organisation(from);
  const delegation = giver && view.delegationsFrom(giver).find((one) => one.id === id);
  const receiver = view.element(delegation?.to);
  return giver && delegation && receiver ? { delegation, giver, receiver } : undefined;
}

function whatIsWrong(legalBasis: NonNullable<Delegation["legalBasis"]>, regime: Regime): string {
  const basis = onBasis(legalBasis);
  if (legalBasis === "none") return `${basis}. Without a power in law to do so, this may breach the law.`;
  if (legalBasis === "section-65z5" && regime === "england-2012")
    return `${basis}, which came with the Health and Care Act 2022. Under the Act of 2012 this may breach the law.`;
  return `${basis}. Between a council and an NHS body the way is section 75 of the NHS Act 2006, so this may breach the law.`;
}
