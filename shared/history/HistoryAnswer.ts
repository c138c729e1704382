/** A piece of a sentence: words, or a record that is named in it (an element, or a relation by its words). */
export type LinePart = string | { readonly id: string; readonly name: string };

/** One thing that somebody did, in words: the verb first, so that it reads after a name. */
export interface HistoryLine {
  readonly parts: readonly LinePart[];
}

/** Who it was. Names are as people gave them; all texts may be empty. */
export interface HistoryPerson {
  /** Empty where nobody said it, where it was erased, and for the server itself. */
  readonly name: string;
  readonly organisation: string;
  /** The label of the link that they came by, else the role that it gave; empty for the server itself. */
  readonly link: string;
}

/** What one person did within one minute of the clock. */
export interface HistoryEntry {
  /** Names the state of the map after it. */
  readonly moment: number;
  /** ISO 8601, UTC: of the last change in it. */
  readonly at: string;
  readonly person: HistoryPerson;
  readonly lines: readonly HistoryLine[];
}

/** Why a checkpoint was made. */
export const CHECKPOINT_KINDS = ["start", "automatic", "named", "before-restore", "before-upgrade"] as const;
export type CheckpointKind = (typeof CHECKPOINT_KINDS)[number];

/** A moment whose state is kept whole. */
export interface HistoryCheckpoint {
  readonly id: string;
  readonly moment: number;
  readonly at: string;
  /** What somebody has called it; `null` for one that the server made. */
  readonly name: string | null;
  readonly kind: CheckpointKind;
  /** Who named it; `null` for one that the server made. */
  readonly person: HistoryPerson | null;
}

/** A page of the history of a map, the newest first in both lists. */
export interface HistoryAnswer {
  readonly entries: readonly HistoryEntry[];
  /** Those of the time that the entries of this page cover. */
  readonly checkpoints: readonly HistoryCheckpoint[];
  /** What to ask for as `before` to get the page after this; `null` where there is none. */
  readonly next: number | null;
}
