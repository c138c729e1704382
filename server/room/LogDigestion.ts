import { newestOf, type RowRef, type StoredDocument } from "../storage/DocStore.ts";
import type { RoomEvents } from "./RoomEvents.ts";

export interface LogDigestionOptions {
  readonly docId: string;
  readonly events: RoomEvents;
  /** Makes history of the whole log. Answers with the last row that became history. */
  digest(): Promise<RowRef>;
}

/** With so many rows that are no history yet, a room that stays open is digested. */
const rowsToDigest = 5_000;
/** With so many, a room that is left is. */
const rowsToDigestWhenLeft = 50;
/** And wherever the oldest row has waited so long. */
const longestWaitMs = 60 * 60 * 1000;
/** From one digest of an open room to the next, and from its opening to the first: a short session is never slowed down by one. */
const restMs = 2 * 60 * 1000;

/**
 * Sees to it that the log of a map becomes history: when the room is left, and once in a while where it stays open. A failure
 * changes nothing, and is tried again.
 */
export class LogDigestion {
  readonly #options: LogDigestionOptions;
  #newestRef: RowRef;
  #digestedRef: RowRef;
  /** When the oldest row that is no history yet was written; `null` where there is none. */
  #waitingSince: number | null;
  #restsUntil = Date.now() + restMs;
  #running: Promise<void> | null = null;

  /** @param stored what the store holds of the document. */
  constructor(options: LogDigestionOptions, stored: StoredDocument | null) {
    this.#options = options;
    this.#newestRef = newestOf(stored?.refs ?? []);
    this.#digestedRef = stored?.digested?.ref ?? 0;
    this.#waitingSince = stored?.digested?.nextAt ?? null;
  }

  /** Notes rows that were stored just now. Digests where it is time to, unless `isEnding`. */
  stored(refs: readonly RowRef[], isEnding: boolean): void {
    this.#newestRef = Math.max(this.#newestRef, newestOf(refs));
    this.#waitingSince ??= Date.now();
    if (!isEnding && this.#restsUntil <= Date.now() && this.#isDue(rowsToDigest)) void this.#digest();
  }

  /** Leaves little to read for whoever opens the document next. Waits for it. */
  async tidyUp(): Promise<void> {
    await this.#running;
    if (this.#isDue(rowsToDigestWhenLeft)) await this.#digest();
  }

  /** Waits for what is running. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #isDue(rows: number): boolean {
    const isLong = this.#newestRef - this.#digestedRef >= rows;
    return isLong || (this.#waitingSince !== null && Date.now() - this.#waitingSince >= longestWaitMs);
  }

  #digest(): Promise<void> {
    if (this.#running) return this.#running;
    const { docId, events } = this.#options;
    const startedAt = Date.now();
    this.#running = this.#options
      .digest()
      .then(
        (ref) => {
          this.#digestedRef = ref;
          // What was written meanwhile waits since it was, or a little less.
          this.#waitingSince = ref >= this.#newestRef ? null : startedAt;
        },
        (error: unknown) => events.compactionFailed(docId, error),
      )
      .then(() => {
        this.#restsUntil = Date.now() + restMs;
        this.#running = null;
      });
    return this.#running;
  }
}
