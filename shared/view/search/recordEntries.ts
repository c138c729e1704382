import { elementFields, type MapElement } from "../../model/element.ts";
import { type Relation, relationFields } from "../../model/relation.ts";
import { bandWords, elementTypeWord, relationVerb, wordFor } from "../../model/words.ts";
import { synonymsOf } from "../synonyms.ts";
import { fieldTexts } from "./fieldTexts.ts";
import { type SearchEntry, searchEntry } from "./SearchEntry.ts";

const saidOtherwise: ReadonlySet<string> = new Set([
  "id",
  "type",
  "name",
  "kind",
  "position",
  "size",
  "from",
  "to",
  "place",
  "contract",
  "consultation",
  "colour",
]);
const mostOfNote = 80;

/** What can be found of an element. */
export function elementEntry(element: MapElement): SearchEntry {
  const kind = "kind" in element && element.kind !== undefined ? element.kind : undefined;
  const kindWords = kind === undefined ? elementTypeWord(element.type) : wordFor(kind);
  const { title: band, aside = "" } = bandWords(element);
  return searchEntry({
    key: element.id,
    group: element.type === "note" ? "notes" : "cards",
    ids: [element.id],
    title: titleOf(element),
    kind: kindWords,
    fields: [
      {
        where: "Kind",
        text: kindWords,
        also: `${band} ${aside} ${elementTypeWord(element.type)} ${synonymsOf(element.type)} ${kind === undefined ? "" : synonymsOf(kind)}`,
      },
      ...fieldTexts(element, elementFields(element.type), saidOtherwise),
    ],
  });
}

/** What can be found of a relation between two elements. */
export function relationEntry(
  relation: Relation,
  from: MapElement | undefined,
  to: MapElement | undefined,
): SearchEntry {
  const [start, end] = relation.type === "holds" ? [to, from] : [from, to];
  const verb = relationVerb(relation.type);
  return searchEntry({
    key: relation.id,
    group: "connections",
    ids: [relation.id],
    title: `${titleOf(start)} ${verb} ${titleOf(end)}`,
    kind: "Connection",
    fields: fieldTexts(relation, relationFields(relation.type), saidOtherwise),
  });
}

/** The name of an element, of a note how it begins. */
export function titleOf(element: MapElement | undefined): string {
  if (element === undefined) return "something that is not there";
  const name = element.name.trim();
  if (name !== "") return name;
  const text = element.type === "note" ? (element.text ?? "").trim() : "";
  if (text !== "") return text.length > mostOfNote ? `${text.slice(0, mostOfNote).trimEnd()}…` : text;
  return `Unnamed ${elementTypeWord(element.type).toLowerCase()}`;
}
