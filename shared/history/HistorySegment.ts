import type { Change } from "../document/Step.ts";
import type { Json } from "../model/field.ts";

/** A change, and the row of the log that made it. */
export interface HistoryChange extends Change {
  readonly ref: number;
}

/** What is needed to name a record in a sentence, as it stood when it was last touched. */
export interface NamedRecord {
  readonly type?: Json;
  readonly kind?: Json;
  readonly name?: Json;
  readonly from?: Json;
  readonly to?: Json;
}

/** Who wrote a row: the number of a person of this map. */
export type PersonId = number;
/** The server itself, as a person. */
export const SERVER_PERSON: PersonId = 0;

/**
 * What one person did within one minute of the clock, as far as it was in the log that was digested: an entry of the history
 * is made of one or more of them.
 */
export interface HistorySegment {
  readonly person: PersonId;
  /** Minutes since 1970. */
  readonly minute: number;
  /** Of the last change, in milliseconds since 1970. */
  readonly at: number;
  /** In order of their rows. */
  readonly changes: readonly HistoryChange[];
  /** Every record that the changes are about or name, by id. */
  readonly named: ReadonlyMap<string, NamedRecord>;
}

/** The first and the last row of a segment. */
export function refsOf({ changes }: HistorySegment): { readonly first: number; readonly last: number } {
  return { first: changes[0]?.ref ?? 0, last: changes.at(-1)?.ref ?? 0 };
}

type StoredChange = readonly [
  ref: number,
  root: string,
  record: string,
  key: string,
  before: Json,
  after: Json,
  /** 1: before is absent, 2: after is absent. */
  absent?: number,
];

/** A segment's changes and names as they are stored. */
export interface StoredSegment {
  readonly changes: readonly StoredChange[];
  readonly named: { readonly [id: string]: NamedRecord };
}

export function toStoredSegment({
  changes,
  named,
}: Pick<HistorySegment, "changes" | "named">): StoredSegment {
  return {
    changes: changes.map(({ ref, root, record, key, before, after }) => {
      const absent = before === undefined ? 1 : after === undefined ? 2 : 0;
      const stored = [ref, root, record, key, before ?? null, after ?? null] as const;
      return absent === 0 ? stored : [...stored, absent];
    }),
    named: Object.fromEntries(named),
  };
}

export function fromStoredSegment({
  changes,
  named,
}: StoredSegment): Pick<HistorySegment, "changes" | "named"> {
  return {
    changes: changes.map(([ref, root, record, key, before, after, absent]) => ({
      ref,
      root: root as Change["root"],
      record,
      key,
      before: absent === 1 ? undefined : before,
      after: absent === 2 ? undefined : after,
    })),
    named: new Map(Object.entries(named)),
  };
}
