/** What this needs of a reader. */
export interface Reader {
  readonly waitingBytes: number;
  /** Of these, at most so many are in one piece, which counts as gone only when all of it has. */
  readonly stateBytes: number;
}

/** What a reader has been told of, when it fell behind. */
export interface Told {
  readonly stateVector: Uint8Array;
  /** Clocks by client id. */
  readonly presence: ReadonlyMap<number, number>;
}

/** What a reader that has read everything must be brought up from. */
export interface Behind extends Told {
  /** Whether the state vector is one that it has sent, and that wants an answer. */
  readonly isAsked: boolean;
}

interface Held extends Behind {
  readonly leastWaitingBytes: number;
  readonly progressAtMs: number;
}

/** A reader that takes nothing for so long is dead, or as good as that. */
const longestStallMs = 30_000;
/** The slowest line that a map can still be used on: a piece may take as long as it takes there. */
const slowestBytesPerMs = 8;
const checkMs = 5_000;

/** Readers that are too slow for what happens in a room, and what each had been told of when it fell behind. */
export class SlowReaders<Slow extends Reader> {
  readonly #cut: (reader: Slow) => void;
  readonly #held = new Map<Slow, Held>();
  #timer: NodeJS.Timeout | null = null;

  /** @param cut ends a reader that takes nothing any more. */
  constructor(cut: (reader: Slow) => void) {
    this.#cut = cut;
  }

  has(reader: Slow): boolean {
    return this.#held.size > 0 && this.#held.has(reader);
  }

  add(reader: Slow, told: Told): void {
    const { waitingBytes } = reader;
    const progressAtMs = performance.now();
    this.#held.set(reader, { ...told, isAsked: false, leastWaitingBytes: waitingBytes, progressAtMs });
    this.#timer ??= setInterval(() => this.#check(), checkMs).unref();
  }

  /** Notes what one of them says that it has, to be answered later. */
  ask(reader: Slow, stateVector: Uint8Array): void {
    const held = this.#held.get(reader);
    if (held) this.#held.set(reader, { ...held, stateVector, isAsked: true });
  }

  /** Takes out a reader that has caught up, or gone. `null` where it was not behind. */
  take(reader: Slow): Behind | null {
    const held = this.#held.get(reader) ?? null;
    this.#held.delete(reader);
    if (this.#held.size === 0 && this.#timer) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
    return held;
  }

  #check(): void {
    const now = performance.now();
    for (const [reader, held] of this.#held) {
      const { waitingBytes, stateBytes } = reader;
      const patienceMs = longestStallMs + stateBytes / slowestBytesPerMs;
      if (waitingBytes < held.leastWaitingBytes) {
        this.#held.set(reader, { ...held, leastWaitingBytes: waitingBytes, progressAtMs: now });
      } else if (now - held.progressAtMs >= patienceMs) {
        this.take(reader);
        this.#cut(reader);
      }
    }
  }
}
