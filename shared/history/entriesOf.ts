import type { HistoryChange, HistorySegment, NamedRecord, PersonId } from "./HistorySegment.ts";

/** Everything that one person did within one minute of the clock. */
export interface Entry {
  readonly person: PersonId;
  readonly minute: number;
  /** The row of the last change. */
  readonly moment: number;
  /** Of the last change, in milliseconds since 1970. */
  readonly at: number;
  /** In order of their rows. */
  readonly changes: readonly HistoryChange[];
  readonly named: ReadonlyMap<string, NamedRecord>;
}

/** Puts together what belongs to one person and minute, wherever a digest has cut it. The newest entry first. */
export function entriesOf(segments: readonly HistorySegment[]): readonly Entry[] {
  const groups = new Map<string, HistorySegment[]>();
  for (const segment of segments) {
    const key = `${segment.person}/${segment.minute}`;
    const group = groups.get(key);
    if (group) group.push(segment);
    else groups.set(key, [segment]);
  }
  return [...groups.values()].map(entryOf).sort((one, other) => other.moment - one.moment);
}

function entryOf(segments: readonly HistorySegment[]): Entry {
  const inOrder = [...segments].sort((one, other) => firstRef(one) - firstRef(other));
  const changes = inOrder.flatMap((segment) => segment.changes);
  return {
    person: inOrder[0]?.person ?? 0,
    minute: inOrder[0]?.minute ?? 0,
    moment: changes.at(-1)?.ref ?? 0,
    at: Math.max(...inOrder.map(({ at }) => at)),
    changes,
    named: new Map(inOrder.flatMap(({ named }) => [...named])),
  };
}

function firstRef({ changes }: HistorySegment): number {
  return changes[0]?.ref ?? 0;
}
