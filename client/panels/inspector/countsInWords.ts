import type { Snapshot } from "../../../shared/document/snapshot.ts";
import { ELEMENT_TYPES, type ElementType, type MapElement } from "../../../shared/model/element.ts";
import { elementTypeWord, wordFor } from "../../../shared/model/words.ts";

export interface CountLine {
  /** "5 contracts". */
  readonly text: string;
  /** "3 Sub-contract, 2 Prime provider contract", most frequent first; empty where the type has no kinds. */
  readonly kinds: string;
  /** The ids that are counted here. */
  readonly ids: readonly string[];
}

/** How many of each type there are among some ids, and of which kinds; connections come last. Types without any are left out. */
export function countsInWords(snapshot: Snapshot, ids: Iterable<string>): readonly CountLine[] {
  const byType = new Map<ElementType, MapElement[]>();
  const connections: string[] = [];
  for (const id of ids) {
    const element = snapshot.elementById.get(id);
    if (element === undefined && snapshot.relationById.has(id)) connections.push(id);
    if (element === undefined) continue;
    const some = byType.get(element.type);
    if (some === undefined) byType.set(element.type, [element]);
    else some.push(element);
  }
  const lines = ELEMENT_TYPES.flatMap((type) => {
    const some = byType.get(type);
    if (some === undefined) return [];
    return [
      {
        text: plural(some.length, elementTypeWord(type).toLowerCase()),
        kinds: tally(some.map((element) => ("kind" in element ? (element.kind ?? "") : ""))),
        ids: some.map(({ id }) => id),
      },
    ];
  });
  if (connections.length === 0) return lines;
  return [...lines, { text: plural(connections.length, "connection"), kinds: "", ids: connections }];
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function tally(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) if (kind !== "") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => `${wordFor(kind, "kind")}${count === 1 ? "" : ` × ${count}`}`)
    .join(", ");
}
