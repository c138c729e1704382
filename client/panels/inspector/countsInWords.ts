import type { Snapshot } from "../../../shared/document/snapshot.ts";
import { ELEMENT_TYPES, type ElementType } from "../../../shared/model/element.ts";
import { elementTypeWord, wordFor } from "../../../shared/model/words.ts";

export interface CountLine {
  /** "5 contracts". */
  readonly text: string;
  /** "3 Sub-contract, 2 Prime provider contract", most frequent first; empty where the type has no kinds. */
  readonly kinds: string;
}

/** How many of each type there are among some ids, and of which kinds; connections come last. Types without any are left out. */
export function countsInWords(snapshot: Snapshot, ids: Iterable<string>): readonly CountLine[] {
  const kindsByType = new Map<ElementType, string[]>();
  let connections = 0;
  for (const id of ids) {
    const element = snapshot.elementById.get(id);
    if (element !== undefined) {
      const kind = "kind" in element ? element.kind : undefined;
      kindsByType.set(element.type, [...(kindsByType.get(element.type) ?? []), kind ?? ""]);
    } else if (snapshot.relationById.has(id)) connections += 1;
  }
  const lines = ELEMENT_TYPES.flatMap((type) => {
    const kinds = kindsByType.get(type);
    return kinds === undefined
      ? []
      : [{ text: plural(kinds.length, elementTypeWord(type).toLowerCase()), kinds: tally(kinds) }];
  });
  return connections === 0 ? lines : [...lines, { text: plural(connections, "connection"), kinds: "" }];
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
