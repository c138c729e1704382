import { type DocStore, newestOf, type RowRef } from "../storage/DocStore.ts";
import type { Subscriber } from "./Bus.ts";
import { type BusFrame, decodeFrame, encodeRows, encodeSaid } from "./busFrames.ts";

export interface DocumentFeedOptions {
  readonly docId: string;
  readonly server: string;
  readonly subscriber: Subscriber;
  readonly documents: Pick<DocStore, "loadAfter">;
  send(frame: Uint8Array): void;
  onFailed(error: unknown): void;
}

type Rows = Extract<BusFrame, { kind: "rows" }>;

/** Rows that are missing between others are given so long to arrive by themselves before they are read: they were committed before those. */
const MISSING_MS = 30;
const RETRY_MS = 500;
/** Rows that wait for others before them, or for the start, must not fill the memory: beyond this they are read instead. */
const MOST_BYTES_AHEAD = 4 * 1024 * 1024;
const MOST_AHEAD = 10_000;

/**
 * The rows of one document in their order, as they come: over the wire, from this server's own commits, and from the store where something is missing.
 * Rows are numbered in the order of their commits, so a row that is missing between two can be read.
 */
export class DocumentFeed {
  readonly #options: DocumentFeedOptions;
  /** All rows up to this one are here; `null` before the start. */
  #cursor: RowRef | null = null;
  /** What is here of the rows after that, by the first. */
  readonly #ahead = new Map<RowRef, Rows>();
  #bytesAhead = 0;
  /** Whether the store has rows that will not come by themselves. */
  #mustRead = false;
  #isReading = false;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(options: DocumentFeedOptions) {
    this.#options = options;
  }

  /** All rows up to this one are here; `null` before the start and after the end. */
  get cursor(): RowRef | null {
    return this.#isEnded ? null : this.#cursor;
  }

  start(after: RowRef): void {
    this.#cursor = after;
    this.#goOn();
  }

  receive(bytes: Uint8Array): void {
    if (this.#isEnded) return;
    const frame = decodeFrame(bytes);
    if (frame === null || frame.from === this.#options.server) return;
    if (frame.kind === "rows") this.#take(frame);
    else this.#hand(() => this.#options.subscriber.onSaid(frame.from, frame.message));
  }

  noteCommitted(refs: readonly RowRef[], updates: readonly Uint8Array[]): void {
    if (refs.length === 0 || this.#isEnded) return;
    const { server, send } = this.#options;
    send(encodeRows(server, refs, updates));
    // Its updates are in the document already.
    this.#take({ kind: "rows", from: server, first: refs[0] ?? 0, last: newestOf(refs), updates: [] });
  }

  say(message: Uint8Array): void {
    if (!this.#isEnded) this.#options.send(encodeSaid(this.#options.server, message));
  }

  /**
   * The store has answered which row is the document's last, `undefined` for none.
   * @param asked where the cursor was when the store was asked: the answer may be older than what has come since.
   */
  noteNewest(newest: RowRef | undefined, asked: RowRef): void {
    if (this.#cursor === null || this.#isEnded) return;
    if ((newest ?? 0) < asked) this.#noteGone();
    else if ((newest ?? 0) > this.#cursor) {
      this.#mustRead = true;
      this.#goOn();
    }
  }

  end(): void {
    this.#isEnded = true;
    this.#clearTimer();
    this.#ahead.clear();
  }

  #take(rows: Rows): void {
    const known = this.#ahead.get(rows.first);
    if (rows.last <= (this.#cursor ?? 0) || (known !== undefined && known.last >= rows.last)) return;
    if (known) this.#drop(known);
    this.#ahead.set(rows.first, rows);
    this.#bytesAhead += bytesOf(rows);
    if (this.#cursor !== null && !this.#isReading) this.#goOn();
    if (this.#bytesAhead <= MOST_BYTES_AHEAD && this.#ahead.size <= MOST_AHEAD) return;
    for (const each of this.#ahead.values()) this.#drop(each);
    this.#mustRead = true;
    this.#goOn();
  }

  /** Hands on what follows on what is here, and sees to what is missing. */
  #goOn(): void {
    if (this.#cursor === null || this.#isReading || this.#isEnded) return;
    for (
      let next = this.#ahead.get(this.#cursor + 1);
      next !== undefined;
      next = this.#ahead.get(this.#cursor + 1)
    ) {
      const isOwn = next.from === this.#options.server;
      if (!isOwn && next.updates.length === 0) {
        // Too long for the wire.
        this.#mustRead = true;
        break;
      }
      this.#drop(next);
      this.#cursor = next.last;
      if (!isOwn) this.#handRows(next.updates);
      if (this.#isEnded) return;
    }
    this.#forgetOld();
    if (!this.#mustRead && this.#ahead.size === 0) this.#clearTimer();
    else if (this.#timer !== undefined) return;
    else if (this.#mustRead) void this.#read();
    // However many come after them, what is missing does not wait longer.
    else this.#readIn(MISSING_MS);
  }

  /** Reads what is missing, once at a time. */
  async #read(): Promise<void> {
    const { docId, documents, onFailed } = this.#options;
    this.#clearTimer();
    this.#isReading = true;
    this.#mustRead = false;
    // They were committed before, so the answer has them, or they are no rows of this document.
    const answered = [...this.#ahead.values()];
    try {
      const rows = await documents.loadAfter(docId, this.#cursor ?? 0);
      if (this.#isEnded) return;
      for (const each of answered) this.#drop(each);
      if (rows === null) this.#noteGone();
      else if (rows.refs.length > 0) {
        this.#cursor = newestOf(rows.refs);
        this.#handRows(rows.updates);
      }
    } catch (error) {
      if (this.#isEnded) return;
      this.#mustRead = true;
      this.#readIn(RETRY_MS);
      onFailed(error);
    } finally {
      this.#isReading = false;
    }
    this.#goOn();
  }

  #readIn(waitMs: number): void {
    this.#timer = setTimeout(() => void this.#read(), waitMs);
  }

  #clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** A document of which there was never anything has not gone: a map's talk begins with the first word. */
  #noteGone(): void {
    if ((this.#cursor ?? 0) === 0) return;
    this.end();
    this.#hand(() => this.#options.subscriber.onGone());
  }

  #forgetOld(): void {
    for (const rows of this.#ahead.values()) if (rows.last <= (this.#cursor ?? 0)) this.#drop(rows);
  }

  #drop(rows: Rows): void {
    if (this.#ahead.get(rows.first) !== rows) return;
    this.#ahead.delete(rows.first);
    this.#bytesAhead -= bytesOf(rows);
  }

  #handRows(updates: readonly Uint8Array[]): void {
    this.#hand(() => this.#options.subscriber.onRows(updates));
  }

  /** What fails in one document must not stop the wire of all. */
  #hand(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#options.onFailed(error);
    }
  }
}

function bytesOf({ updates }: Rows): number {
  return updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
