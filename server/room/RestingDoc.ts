import * as Y from "yjs";

/** How long nothing has been changed before a document rests. Waking one of this size takes about 20 ms, so the large ones wait longer. */
const restAfter = { quickBytes: 256 * 1024, quickMs: 10_000, slowMs: 300_000 };

interface Rested {
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
}

/**
 * A document that is held as its encoding while nobody changes it: what Yjs keeps of it for changing takes some fifteen times as
 * much memory. It wakes when somebody asks for it.
 */
export class RestingDoc {
  readonly #prepare: (doc: Y.Doc) => void;
  readonly #whenQuiet: (doc: Y.Doc | null) => void;
  #doc: Y.Doc | null;
  #rested: Rested | null = null;
  #timer: NodeJS.Timeout | null = null;
  #touchedAtMs = performance.now();
  #lastBytes = 0;
  #isDestroyed = false;

  /**
   * @param prepare is called with the document now, and again after each waking, when it holds everything.
   * @param whenQuiet is called when nobody has asked for anything for a while: with the document that is about to rest, to be
   * read for the last time, or with `null` where it rests already.
   */
  constructor(doc: Y.Doc, prepare: (doc: Y.Doc) => void, whenQuiet: (doc: Y.Doc | null) => void) {
    this.#doc = doc;
    this.#prepare = prepare;
    this.#whenQuiet = whenQuiet;
    prepare(doc);
    this.#restLater();
  }

  /** The document, awake. Not to be held beyond the turn in which it was asked for. */
  get doc(): Y.Doc {
    this.#touchedAtMs = performance.now();
    return this.#doc ?? this.#wake();
  }

  get isResting(): boolean {
    return this.#doc === null;
  }

  stateVector(): Uint8Array {
    return this.#rested?.stateVector ?? Y.encodeStateVector(this.doc);
  }

  /** What somebody with this state vector lacks; without one, everything. Wakes nothing. */
  encode(stateVector?: Uint8Array): Uint8Array {
    this.#touchedAtMs = performance.now();
    this.#restLater();
    if (!this.#rested) return this.#noteSize(Y.encodeStateAsUpdate(this.doc, stateVector), stateVector);
    return stateVector ? Y.diffUpdate(this.#rested.update, stateVector) : this.#rested.update;
  }

  destroy(): void {
    this.#isDestroyed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#doc?.destroy();
  }

  #wake(): Y.Doc {
    const doc = new Y.Doc();
    if (this.#rested) Y.applyUpdate(doc, this.#rested.update);
    this.#rested = null;
    this.#doc = doc;
    this.#prepare(doc);
    this.#restLater();
    return doc;
  }

  get #patienceMs(): number {
    return this.#lastBytes > restAfter.quickBytes ? restAfter.slowMs : restAfter.quickMs;
  }

  #restLater(): void {
    if (this.#timer || this.#isDestroyed) return;
    const quietMs = performance.now() - this.#touchedAtMs;
    const wantedMs = this.#patienceMs;
    this.#timer = setTimeout(() => this.#restIfQuiet(wantedMs), Math.max(1, wantedMs - quietMs));
    this.#timer.unref();
  }

  #restIfQuiet(wantedMs: number): void {
    this.#timer = null;
    if (performance.now() - this.#touchedAtMs < wantedMs) this.#restLater();
    else if (this.#doc) this.#rest(this.#doc, wantedMs);
    else this.#whenQuiet(null);
  }

  #rest(doc: Y.Doc, waitedMs: number): void {
    const update = this.#noteSize(Y.encodeStateAsUpdate(doc));
    if (waitedMs < this.#patienceMs) {
      this.#restLater();
      return;
    }
    this.#whenQuiet(doc);
    this.#rested = { update, stateVector: Y.encodeStateVector(doc) };
    this.#doc = null;
    doc.destroy();
  }

  #noteSize(update: Uint8Array, stateVector?: Uint8Array): Uint8Array {
    if (!stateVector) this.#lastBytes = update.byteLength;
    return update;
  }
}
