import type { Snapshot } from "../document/snapshot.ts";
import type { MapElement } from "../model/element.ts";
import type { Json } from "../model/field.ts";
import type { Relation, RelationType } from "../model/relation.ts";
import { elementTypeWord, organisationKindWord, wordFor, wordInSentence } from "../model/words.ts";
import { groupedBy, linePhrase, lineSentences, lineTerms, type Named } from "./lineSentences.ts";
import { nameOf, namesOf, withArticle } from "./naming.ts";
import { setFieldSentence, setMapSentence } from "./setSentences.ts";

/** What a fix does, call by call. */
export type FixChange =
  | { readonly does: "add-element"; readonly element: MapElement }
  | { readonly does: "add-relation"; readonly relation: Relation }
  | { readonly does: "set"; readonly id: string; readonly field: string; readonly value: Json | undefined }
  | { readonly does: "remove"; readonly id: string }
  | { readonly does: "set-map"; readonly field: string; readonly value: Json | undefined };

/** What a fix does, in words: cards first, then lines, then what is set, then what is removed. */
export function fixSentences(changes: readonly FixChange[], snapshot: Snapshot): readonly string[] {
  const elements = changes.flatMap((change) => (change.does === "add-element" ? [change.element] : []));
  const relations = changes.flatMap((change) => (change.does === "add-relation" ? [change.relation] : []));
  const named = namesFrom(snapshot, elements, relations);
  const told = new Set<Relation>();
  const cards = elements.map((element) => {
    const own = relations.filter(
      (relation) => !told.has(relation) && (relation.from === element.id || relation.to === element.id),
    );
    for (const relation of own) told.add(relation);
    return addedCard(element, own, named);
  });
  const lines = relations.filter((relation) => !told.has(relation));
  return [
    ...cards,
    ...lineSentences("Adds", lines, named),
    ...changes.flatMap((change) => {
      if (change.does === "set") return [setFieldSentence(change, named)];
      return change.does === "set-map" ? [setMapSentence(change)] : [];
    }),
    ...removals(
      changes.flatMap((change) => (change.does === "remove" ? [change.id] : [])),
      snapshot,
      named,
    ),
  ];
}

function namesFrom(
  { elementById, relationById }: Snapshot,
  elements: readonly MapElement[],
  relations: readonly Relation[],
): Named {
  return {
    element: (id) => elementById.get(id) ?? elements.find((element) => element.id === id),
    relation: (id) => relationById.get(id) ?? relations.find((relation) => relation.id === id),
  };
}

/** “Adds a pooled budget “Older people”, paid by A and B, paying C (proposed)”. */
function addedCard(element: MapElement, lines: readonly Relation[], named: Named): string {
  const groups = groupedBy(lines, ({ type, from }) => `${from === element.id ? "from" : "to"} ${type}`);
  const clauses = groups.map((group) => {
    const [first] = group as [Relation, ...Relation[]];
    const isFrom = first.from === element.id;
    const others = group.flatMap(({ from, to }) => named.element(isFrom ? to : from) ?? []);
    const terms = group.length === 1 ? lineTerms(first) : "";
    return `, ${CARD_PHRASES[first.type][isFrom ? "from" : "to"]} ${namesOf(others)}${terms}`;
  });
  return `Adds ${cardWords(element)}${clauses.join("")}${element.proposed === true ? " (proposed)" : ""}`;
}

/** How a new card’s line reads from the card, which is at its start (`from`) or its end (`to`). */
const CARD_PHRASES: Readonly<Record<RelationType, { readonly from: string; readonly to: string }>> = {
  commissions: { from: "commissioning", to: "commissioned by" },
  holds: { from: "holding", to: "held by" },
  under: { from: "let under", to: "over" },
  pays: { from: "paying", to: "paid by" },
  owns: { from: "owning", to: "owned by" },
  guarantees: { from: "guaranteeing", to: "guaranteed by" },
  delegates: { from: "delegating to", to: "with a delegation from" },
  member: { from: "a member of", to: "joined by" },
  hosts: { from: "hosting", to: "hosted by" },
  governs: { from: "governing", to: "governed by" },
  partners: { from: "working with", to: "working with" },
};

function cardWords(element: MapElement): string {
  const name = nameOf({ ...element, type: "contract" });
  const words = withArticle(kindWords(element));
  return element.name.trim() === "" ? `${words} without a name` : `${words} ${name}`;
}

function kindWords(element: MapElement): string {
  switch (element.type) {
    case "organisation": {
      const word = organisationKindWord(element.kind);
      return word === wordFor(element.kind) ? wordInSentence(element.kind) : word;
    }
    case "contract":
    case "fund":
    case "forum":
      return wordInSentence(element.kind);
    default:
      return elementTypeWord(element.type).toLowerCase();
  }
}

function removals(ids: readonly string[], snapshot: Snapshot, named: Named): readonly string[] {
  const gone = new Set(ids);
  const cards = ids.flatMap((id) => snapshot.elementById.get(id) ?? []);
  const lines = ids.flatMap((id) => snapshot.relationById.get(id) ?? []);
  const cardSentences = cards.map((element) => {
    const hanging = snapshot.map.relations.filter(
      ({ id, from, to }) => !gone.has(id) && (from === element.id || to === element.id),
    );
    const [only] = hanging;
    if (only === undefined) return `Removes ${nameOf(element)}`;
    return hanging.length === 1
      ? `Removes ${nameOf(element)}, and with it the line (${linePhrase([only], named)})`
      : `Removes ${nameOf(element)}, and with it the ${hanging.length} lines that end there`;
  });
  return [...cardSentences, ...lineSentences("Removes", lines, named)];
}
