import type { Author } from "./Author.ts";

/** One update of a document as it came in. */
export interface LogEntry {
  readonly update: Uint8Array;
  readonly author: Author;
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
}

/** Names one stored row of one document. Rows are numbered per document, in the order of their commits. */
export type RowRef = number;

/** The map that a document belongs to. */
export function mapIdOf(docId: string): string {
  return docId.split("/", 1)[0] ?? docId;
}

/** The row that was appended last, of these. 0 of none. */
export function newestOf(refs: readonly RowRef[]): RowRef {
  return refs.reduce((newest, ref) => Math.max(newest, ref), 0);
}

/** Everything that is stored of a document, in the order in which it was appended. */
export interface StoredDocument {
  readonly updates: readonly Uint8Array[];
  readonly refs: readonly RowRef[];
  /** Which of them became history already. Default: none. */
  readonly digested?: DigestedRows;
}

/** Rows of a document, in the order in which they were appended. */
export type AppendedRows = Pick<StoredDocument, "updates" | "refs">;

/** How far the log of a document has become history. */
export interface DigestedRows {
  /** Rows up to this one are digested. */
  readonly ref: RowRef;
  /** When the first row after them was written, in milliseconds since 1970; `null` where there is none. */
  readonly nextAt: number | null;
}

/**
 * An append log of Yjs updates per document. A map's main document is stored under the map's id, its talk under `ID/talk`.
 * A promise that resolves means that the disk has it; a failure rejects with a `StoreError` and changes nothing.
 */
export interface DocStore {
  /** Appends all entries or none, after everything that was appended before, and answers with their rows. */
  append(docId: string, entries: readonly LogEntry[]): Promise<readonly RowRef[]>;
  /** `null` = never existed, or deleted. A document that cannot be read rejects: it is never an empty one. */
  load(docId: string): Promise<StoredDocument | null>;
  /**
   * What has been appended after a row, in order: nothing where that was the last. Rows that were compacted come as the one that stands in their place.
   * `null` = never existed, or deleted.
   */
  loadAfter(docId: string, ref: RowRef): Promise<AppendedRows | null>;
  /** The last row of each of these documents; what is deleted is missing. */
  newestRefs(docIds: readonly string[]): Promise<ReadonlyMap<string, RowRef>>;
  /**
   * Puts `snapshot` in the place of exactly the rows `refs`, in one transaction; rows appended meanwhile stay.
   * Rejects, and changes nothing, where one of the rows is not there any more.
   */
  compact(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): Promise<void>;
  /** Removes a document and its history. Removing what does not exist is no error. */
  remove(docId: string): Promise<void>;
  /** Waits for what was asked before. Every call after it rejects. */
  close(): Promise<void>;
}
