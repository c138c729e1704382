import type { RelationOf } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { delegatedFunction } from "../delegatedFunction.ts";
import { isWrongBasis } from "../delegationBasis.ts";
import type { Fix } from "../finding.ts";
import { atStart, nameOf } from "../naming.ts";
import { onBasis } from "../onBasis.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isOrganisation } from "../terms.ts";

type Delegation = RelationOf<"delegates">;

export const rule: Rule<"organisation"> = {
  id: "devolution-without-order",
  title: "A function devolved without an order",
  summary:
    "A function is devolved for good on another basis than a section 105A order, or on none that is stated.",
  basis: "law",
  severities: ["error", "warning"],
  sources: [
    "Local Democracy, Economic Development and Construction Act 2009, section 105A (as inserted by the Cities and Local Government Devolution Act 2016)",
    SOURCES.routeMap2017,
  ],
  regimes: REGIMES,
  on: "organisation",
  why: "Under a delegation the giver still answers in the end, and pays for what is overspent. Devolution moves that too, for good, so it takes an order of the Secretary of State and national approval, not an agreement between the bodies alone.",

  // Asked of the giver, although each delegation is a main subject: few organisations delegate, and a map has many lines.
  check(giver, view, report) {
    for (const delegation of view.delegationsFrom(giver)) {
      const { level, legalBasis } = delegation;
      if (level !== "devolved" || legalBasis === "section-105a") continue;
      const receiver = view.element(delegation.to);
      if (!receiver) continue;
      const facts = { function: delegation.function ?? null, legalBasis: legalBasis ?? null };
      const subjects = [delegation, giver, receiver];
      const who = `${atStart(nameOf(giver))} devolves ${delegatedFunction(delegation)} to ${nameOf(receiver)} for good`;
      if (legalBasis === undefined) {
        const message = `${who}, and the legal basis is not stated. Such a transfer takes a section 105A order and national approval.`;
        report({ severity: "warning", basis: "completeness", subjects, message, facts });
      } else {
        const message = `${who} ${onBasis(legalBasis)}. Without a section 105A order and national approval this may breach the law.`;
        report({ severity: "error", subjects, message, facts });
      }
    }
  },

  fixes({ subjects: [id, from] }, view) {
    const giver = view.organisation(from);
    const delegation = giver && view.delegationsFrom(giver).find((one) => one.id === id);
    const receiver = view.element(delegation?.to);
    if (!giver || !delegation || !receiver) return [];
    const { legalBasis, proposed } = delegation;
    const canDelegate = legalBasis !== undefined && !isWrongBasis(delegation, giver, receiver, view.regime);
    // On what basis an agreed transfer rests is a fact for the room to state.
    const canPropose = legalBasis !== undefined || proposed === true;
    // Such orders transfer functions to combined authorities and councils.
    const canReceive =
      isOrganisation(receiver) && (receiver.kind === "local-authority" || receiver.kind === "public-body");
    return [
      ...(canDelegate ? [delegateInstead(delegation)] : []),
      ...(canPropose && canReceive ? [proposeOrder(delegation)] : []),
    ];
  },
};

function delegateInstead({ id }: Delegation): Fix {
  return {
    id: "delegate-instead",
    label: "Propose to delegate it instead",
    apply: (editor) => proposeChange(editor, id, { level: "delegated" }),
  };
}

function proposeOrder({ id }: Delegation): Fix {
  return {
    id: "propose-section-105a",
    label: "Propose a section 105A order",
    apply: (editor) => proposeChange(editor, id, { legalBasis: "section-105a" }),
  };
}
