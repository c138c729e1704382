import type { CheckpointKind } from "../../../shared/history/HistoryAnswer.ts";
import type { PersonId } from "../../../shared/history/HistorySegment.ts";
import type { Author } from "../Author.ts";
import type { RowRef } from "../DocStore.ts";
import type { PackedLog } from "./PackedLog.ts";

/** Somebody who wrote on a map, or named a checkpoint of it. */
export interface Person extends Author {
  readonly id: PersonId;
}

/** A segment of the history, its changes and names packed by whoever digested them. */
export interface SegmentRow {
  readonly person: PersonId;
  /** Minutes since 1970. */
  readonly minute: number;
  /** Milliseconds since 1970: of the last change. */
  readonly at: number;
  readonly firstRef: RowRef;
  /** No two segments of a map end with the same row. */
  readonly lastRef: RowRef;
  readonly data: Uint8Array;
}

export interface CheckpointRow {
  readonly id: string;
  /** The row after which the map stood so. */
  readonly ref: RowRef;
  readonly at: number;
  readonly kind: CheckpointKind;
  /** `null` unless it is a named one. */
  readonly name: string | null;
  readonly person: PersonId;
}

/** A state that a digest keeps. */
export interface NewCheckpoint {
  readonly id: string;
  readonly ref: RowRef;
  readonly at: number;
  readonly kind: CheckpointKind;
  readonly state: Uint8Array;
}

/** What is written when a log was digested. */
export interface Digest {
  /** Exactly the rows that were read and are replaced, those of the digest before included. */
  readonly refs: readonly RowRef[];
  /** The document as these rows make it. */
  readonly snapshot: Uint8Array;
  readonly segments: readonly SegmentRow[];
  /** The last one is of the last row: without it nothing could be told of the moments before. */
  readonly checkpoints: readonly NewCheckpoint[];
  /** Of moments before this row nothing is known but checkpoints. 0: nothing new is lost. */
  readonly floor: RowRef;
  /** Milliseconds since 1970, for thinning out what is old. */
  readonly now: number;
}

export interface StoredPage {
  /** All of the newest entries before the moment, and of those that the log may add to. */
  readonly segments: readonly SegmentRow[];
  /** All, the newest first. */
  readonly checkpoints: readonly CheckpointRow[];
  /** The log, where something in it belongs to this page. */
  readonly log: PackedLog | null;
  /** Everybody who is named by a number above. */
  readonly people: readonly Person[];
}

/** What is needed to see a map as it stood at a moment. */
export type StoredMoment =
  | { readonly kind: "unknown" }
  /** There was such a moment, and nothing is left that tells of it. */
  | { readonly kind: "lost" }
  | { readonly kind: "state"; readonly state: Uint8Array }
  | { readonly kind: "log"; readonly log: PackedLog }
  /** The state after a later row, and all that happened between the two. */
  | {
      readonly kind: "changes";
      readonly ref: RowRef;
      readonly state: Uint8Array;
      readonly segments: readonly SegmentRow[];
    };

/** The history of maps: who did what, and states that are kept. A failure rejects with a `StoreError` and changes nothing. */
export interface HistoryStore {
  /** The log of a map's document with at most so many rows that were not digested; `null` where there is no such document. */
  readLog(mapId: string, mostRows: number): Promise<PackedLog | null>;
  /**
   * Puts a digest in the place of exactly the rows it was made of, in one transaction, and lets go of what is too much or too
   * old; rows appended meanwhile stay. Rejects, and changes nothing, where one of the rows is not there any more.
   */
  commitDigest(mapId: string, digest: Digest): Promise<void>;
  /** @param before the first moment that is left out. */
  readPage(mapId: string, before: RowRef, entries: number): Promise<StoredPage>;
  readMoment(mapId: string, moment: RowRef): Promise<StoredMoment>;
  /**
   * Names the state of the last digest; `null` where so many are named already or nothing was digested.
   * @param at milliseconds since 1970.
   */
  nameCheckpoint(
    mapId: string,
    checkpoint: { readonly id: string; readonly name: string; readonly by: Author; readonly at: number },
    mostNamed: number,
  ): Promise<{ readonly row: CheckpointRow; readonly person: Person } | null>;
  /** Renames a named checkpoint; says whether there was one. */
  renameCheckpoint(mapId: string, id: string, name: string): Promise<boolean>;
  /** Lets go of a named checkpoint; says whether there was one. */
  removeCheckpoint(mapId: string, id: string): Promise<boolean>;
  /**
   * Takes a name from everybody of a map who bore it; what they did stays. Says how many there were.
   * @param organisation `null`: whatever it was.
   */
  erase(mapId: string, name: string, organisation: string | null): Promise<number>;
  /** Everything of a map is gone. Its documents are removed before. */
  remove(mapId: string): Promise<void>;
}
