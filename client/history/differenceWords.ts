import type { MapDifference } from "../../shared/document/mapDifference.ts";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import { subjectName } from "../findings/subjectName.ts";

/** One thing that differs, as a list names it. */
export interface NamedDifference {
  readonly id: string;
  readonly name: string;
}

export interface DifferenceParts {
  readonly added: readonly NamedDifference[];
  readonly gone: readonly NamedDifference[];
  readonly changed: readonly NamedDifference[];
  /** What differs of the map itself, in words. */
  readonly map: readonly string[];
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: "the title",
  regime: "the law that the map stands under",
  asOf: "the date of the map",
  settings: "the settings of the map",
  views: "the saved views",
};

/** What differs between two maps, with the names of what it is about; cards come before connections. */
export function differenceParts(
  difference: MapDifference,
  before: Snapshot,
  after: Snapshot,
): DifferenceParts {
  const named = (snapshot: Snapshot, records: readonly { readonly id: string }[]) =>
    records.map(({ id }) => ({ id, name: subjectName(snapshot, id) }));
  return {
    added: named(after, [...difference.addedElements, ...difference.addedRelations]),
    gone: named(before, [...difference.goneElements, ...difference.goneRelations]),
    changed: named(after, [...difference.changedElements, ...difference.changedRelations]).map((each) =>
      difference.onlyMoved.has(each.id) ? { ...each, name: `${each.name} (moved)` } : each,
    ),
    map: [...fieldWords(difference.fields), ...decisionWords(difference.decisions)],
  };
}

function fieldWords(fields: readonly string[]): readonly string[] {
  const known = fields.flatMap((field) => FIELD_WORDS[field] ?? []);
  return known.length === fields.length ? known : [...known, "other details of the map"];
}

function decisionWords(count: number): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? "one decision of the room" : `${count} decisions of the room`];
}

/** "2 cards and 1 connection"; undefined of nothing. */
export function countWords(cards: number, connections: number): string | undefined {
  const parts = [
    ...(cards === 0 ? [] : [cards === 1 ? "1 card" : `${cards} cards`]),
    ...(connections === 0 ? [] : [connections === 1 ? "1 connection" : `${connections} connections`]),
  ];
  return parts.length === 0 ? undefined : parts.join(" and ");
}

/** What putting the map back does, a sentence for each kind of change. `difference` is from the map now to the map then. */
export function restoreSentences(difference: MapDifference): readonly string[] {
  const { addedElements, addedRelations, goneElements, goneRelations, changedElements, changedRelations } =
    difference;
  const back = countWords(addedElements.length, addedRelations.length);
  const gone = countWords(goneElements.length, goneRelations.length);
  const changed = countWords(changedElements.length, changedRelations.length);
  const map = [...fieldWords(difference.fields), ...decisionWords(difference.decisions)];
  const isOne = (...lists: readonly (readonly unknown[])[]) =>
    lists.reduce((sum, list) => sum + list.length, 0) === 1;
  return [
    ...(back === undefined
      ? []
      : [`${back} ${isOne(addedElements, addedRelations) ? "comes" : "come"} back.`]),
    ...(gone === undefined
      ? []
      : [`${gone} ${isOne(goneElements, goneRelations) ? "is" : "are"} removed, added since.`]),
    ...(changed === undefined
      ? []
      : [`${changed} ${isOne(changedElements, changedRelations) ? "changes" : "change"} back.`]),
    ...(map.length === 0 ? [] : [`Also put back: ${map.join(", ")}.`]),
  ];
}
