import type { Contract, Organisation } from "../../model/element.ts";
import type { Json } from "../../model/field.ts";
import { formatMoney } from "../../model/money.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, comparedMoney, nameOf, namesOf, withArticle } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

type Guarantee = RelationOf<"guarantees">;

/** A joint venture is a weak guarantor whatever it owns: the catalogue asks for net assets of other vehicles only. */
export const rule: Rule<"relation"> = {
  id: "weak-guarantor",
  title: "A guarantee that may be worth little",
  summary:
    "A guarantor is itself a joint venture, or a vehicle whose net assets are not stated; or its net assets are below the limit of its guarantee.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "relation",
  why: "A guarantee is worth what its giver can pay on the day that it is called on. A body with limited liability and little capital of its own cannot carry another’s losses, and one that promises more than it owns may be unable to keep the promise.",
  precedent:
    "Cambridgeshire 2015: the partnership that held the contract had limited liability and no substantial resources, so there was little to call on when the losses came.",

  check(relation, view, report) {
    if (relation.type !== "guarantees" || !view.isAllowed(relation)) return;
    const guarantor = view.organisation(relation.from);
    const guaranteed = guaranteedBy(relation, view);
    if (!guarantor || !guaranteed) return;
    const isThin = isThinlyBacked(guarantor, view);
    if (!isThin && !promisesTooMuch(guarantor, relation)) return;
    report({
      severity: "warning",
      subjects: [guarantor, relation, guaranteed],
      message: `${atStart(nameOf(guarantor))} guarantees ${nameOf(guaranteed)}${weakness(guarantor, relation, isThin)}`,
      facts: factsOf(guarantor, relation, isThin),
    });
  },

  fixes({ subjects }, view) {
    const guarantee = view.relations.find(({ id }) => id === subjects[1]);
    const fix = guarantee?.type === "guarantees" ? letParentsGuarantee(guarantee, view) : undefined;
    return fix ? [fix] : [];
  },
};

function guaranteedBy({ to }: Guarantee, view: MapView): Organisation | Contract | undefined {
  return view.organisation(to) ?? view.contract(to);
}

function isThinlyBacked(guarantor: Organisation, view: MapView): boolean {
  if (guarantor.kind === "joint-venture") return true;
  return guarantor.netAssets === undefined && view.isVehicle(guarantor);
}

function promisesTooMuch({ netAssets }: Organisation, { limit }: Guarantee): boolean {
  return limit !== undefined && netAssets !== undefined && netAssets < limit;
}

function weakness(guarantor: Organisation, guarantee: Guarantee, isThin: boolean): string {
  const { netAssets } = guarantor;
  const { limit } = guarantee;
  const [assets, most] =
    netAssets === undefined || limit === undefined
      ? [formatMoney(netAssets ?? 0), formatMoney(limit ?? 0)]
      : comparedMoney(netAssets, limit);
  const upTo = limit === undefined ? "" : ` up to ${most}`;
  if (!isThin) return `${upTo}, more than its net assets of ${assets}.`;
  const body = `${upTo}, but is itself ${withArticle(formWords(guarantor))}`;
  if (netAssets === undefined) return `${body} whose net assets are not stated.`;
  return promisesTooMuch(guarantor, guarantee)
    ? `${body} with net assets of ${assets}, less than it promises.`
    : `${body} with net assets of ${assets}.`;
}

function formWords({ kind, legalForm }: Organisation): string {
  return kind === "joint-venture" || legalForm === undefined
    ? wordInSentence(kind)
    : wordInSentence(legalForm, "legalForm");
}

function factsOf(guarantor: Organisation, { limit }: Guarantee, isThin: boolean): Record<string, Json> {
  const { netAssets } = guarantor;
  return {
    ...(isThin && { body: formWords(guarantor) }),
    ...(limit !== undefined && { limit }),
    ...(netAssets !== undefined && { netAssets }),
  };
}

/**
 * What a weak guarantor promises, its own parents could promise instead, each up to the same limit. Not where they would be
 * as weak, would answer for themselves, or where a guarantee by this very body is needed because it is a parent.
 */
function letParentsGuarantee(guarantee: Guarantee, view: MapView): Fix | undefined {
  const guarantor = view.organisation(guarantee.from);
  const guaranteed = guaranteedBy(guarantee, view);
  if (!guarantor || !guaranteed) return undefined;
  const protectedBodies = guaranteed.type === "contract" ? view.holdersOf(guaranteed) : [guaranteed];
  const parents = view.parentsOf(guarantor);
  const canStandIn = parents.every(
    (parent) =>
      parent !== guarantor &&
      !protectedBodies.includes(parent) &&
      !isThinlyBacked(parent, view) &&
      !promisesTooMuch(parent, guarantee),
  );
  const isNeededItself = view.ownedBy(guarantor).some((owned) => protectedBodies.includes(owned));
  if (parents.length === 0 || !canStandIn || isNeededItself) return undefined;
  const given = new Set(view.guarantorsOf(guaranteed));
  const { to, limit } = guarantee;
  return {
    id: "let-parents-guarantee",
    label: `Propose that ${namesOf(parents)} ${parents.length === 1 ? "guarantees" : "guarantee"} it instead`,
    apply(editor, newId) {
      editor.remove([guarantee.id]);
      for (const parent of parents) {
        if (given.has(parent)) continue;
        editor.addRelation({
          id: newId(),
          type: "guarantees",
          from: parent.id,
          to,
          ...(limit !== undefined && { limit }),
          proposed: true,
        });
      }
    },
  };
}
