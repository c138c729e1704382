/** How long people are brought into step before whoever works in the room has a turn: half of the longest wait between gatherings. */
const sliceMs = 4;

/** Those who wait to be brought into step. A few are at once; of many, after a restart, a few at a time, so that no one's work stalls. */
export class JoinQueue<Joiner> {
  readonly #answer: (joiner: Joiner, stateVector: Uint8Array) => void;
  readonly #waiting = new Map<Joiner, Uint8Array>();
  #isScheduled = false;

  constructor(answer: (joiner: Joiner, stateVector: Uint8Array) => void) {
    this.#answer = answer;
  }

  /** Whoever asks twice before it is answered is answered once, for what it said last. */
  ask(joiner: Joiner, stateVector: Uint8Array): void {
    this.#waiting.set(joiner, stateVector);
    if (!this.#isScheduled) this.#answerSome();
  }

  leave(joiner: Joiner): void {
    this.#waiting.delete(joiner);
  }

  #answerSome(): void {
    const startedAtMs = performance.now();
    for (const [joiner, stateVector] of this.#waiting) {
      this.#waiting.delete(joiner);
      this.#answer(joiner, stateVector);
      if (performance.now() - startedAtMs > sliceMs) break;
    }
    // What is asked in the same turn waits for the next, also where nobody waits now.
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      if (this.#waiting.size > 0) this.#answerSome();
    });
  }
}
