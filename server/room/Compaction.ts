import { type DocStore, newestOf, type RowRef } from "../storage/DocStore.ts";
import type { RoomEvents } from "./RoomEvents.ts";

export interface CompactionOptions {
  readonly docId: string;
  readonly documents: DocStore;
  readonly events: RoomEvents;
  /** The whole document as it is now, or `null` where it cannot be relied on. */
  encodeState(): Uint8Array | null;
}

/** With so many rows in the log, a room that stays open is compacted. */
const rowsToCompact = 1_000;
/** With so many, a room that is left is. */
const rowsToCompactWhenLeft = 50;

/** Keeps the stored log of one document short, so that whoever opens it next has little to read. A failure changes nothing. */
export class Compaction {
  readonly #options: CompactionOptions;
  #refs: RowRef[];
  #running: Promise<void> | null = null;

  /** @param refs the rows that the store holds of the document. */
  constructor(options: CompactionOptions, refs: readonly RowRef[]) {
    this.#options = options;
    this.#refs = [...refs];
  }

  /** Notes rows that were stored just now. Compacts where there are too many of them, unless `isEnding`. */
  stored(refs: readonly RowRef[], isEnding: boolean): void {
    this.#refs.push(...refs);
    if (this.#refs.length >= rowsToCompact && !isEnding) void this.#compact();
  }

  /** Leaves little to read for whoever opens the document next. Waits for it. */
  async tidyUp(): Promise<void> {
    await this.#running;
    if (this.#refs.length >= rowsToCompactWhenLeft) await this.#compact();
  }

  /** Waits for what is running. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #compact(): Promise<void> {
    if (this.#running) return this.#running;
    const { documents, docId, events } = this.#options;
    const snapshot = this.#options.encodeState();
    if (!snapshot) return Promise.resolve();
    const replaced = this.#refs;
    this.#refs = [];
    this.#running = documents
      .compact(docId, snapshot, replaced)
      .then(
        () => this.#refs.push(newestOf(replaced)),
        async (error: unknown) => {
          events.compactionFailed(docId, error);
          // Another server may have compacted them: the rows are those that the store has.
          const stored = await documents.load(docId).catch(() => null);
          this.#refs = [...new Set([...(stored?.refs ?? replaced), ...this.#refs])];
        },
      )
      .then(() => {
        this.#running = null;
      });
    return this.#running;
  }
}
