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
  #timer: NodeJS.Timeout | undefined;
  #isReading = false;
  #mustReadAgain = false;
  #isEnded = false;

  constructor(options: DocumentFeedOptions) {
    this.#options = options;
  }

  get isStarted(): boolean {
    return this.#cursor !== null && !this.#isEnded;
  }

  start(after: RowRef): void {
    this.#cursor = after;
    this.#goOn();
  }

  receive(bytes: Uint8Array): void {
    if (this.#isEnded) return;
    const frame = decodeFrame(bytes);
    if (frame === null || frame.from === this.#options.server) return;
    if (frame.kind === "said") this.#options.subscriber.onSaid(frame.from, frame.message);
    else this.#take(frame);
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

  /** The last row that the store has; `undefined` where it has no such document any more. */
  noteNewest(ref: RowRef | undefined): void {
    if (this.#cursor === null || this.#isEnded) return;
    if (ref === undefined) this.#noteGone();
    else if (ref > this.#cursor) void this.#read();
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    this.#ahead.clear();
  }

  #take(rows: Rows): void {
    const known = this.#ahead.get(rows.first);
    if (known === undefined || known.last < rows.last) this.#ahead.set(rows.first, rows);
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
      // Too long for the wire.
      if (!isOwn && next.updates.length === 0) {
        void this.#read();
        return;
      }
      this.#cursor = next.last;
      this.#forgetOld();
      if (!isOwn) this.#options.subscriber.onRows(next.updates);
    }
    this.#forgetOld();
    clearTimeout(this.#timer);
    if (this.#ahead.size > 0) this.#timer = setTimeout(() => void this.#read(), MISSING_MS);
  }

  /** A document of which there was never anything has not gone: a map's talk begins with the first word. */
  #noteGone(): void {
    if ((this.#cursor ?? 0) > 0) this.#options.subscriber.onGone();
  }

  #forgetOld(): void {
    for (const [first, { last }] of this.#ahead) if (last <= (this.#cursor ?? 0)) this.#ahead.delete(first);
  }

  /** Reads what is missing, once at a time. */
  async #read(): Promise<void> {
    if (this.#isReading) {
      this.#mustReadAgain = true;
      return;
    }
    this.#isReading = true;
    clearTimeout(this.#timer);
    const { docId, documents, subscriber, onFailed } = this.#options;
    try {
      do {
        this.#mustReadAgain = false;
        const rows = await documents.loadAfter(docId, this.#cursor ?? 0);
        if (this.#isEnded) return;
        if (rows === null) return this.#noteGone();
        if (rows.refs.length === 0) continue;
        this.#cursor = Math.max(this.#cursor ?? 0, newestOf(rows.refs));
        subscriber.onRows(rows.updates);
      } while (this.#mustReadAgain && !this.#isEnded);
    } catch (error) {
      onFailed(error);
      if (!this.#isEnded) this.#timer = setTimeout(() => void this.#read(), RETRY_MS);
      return;
    } finally {
      this.#isReading = false;
    }
    this.#goOn();
  }
}
