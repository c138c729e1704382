/** Lets through so many a second, and so many at once after a rest. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #filledAtMs: number | null = null;

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Whether one more may pass. `nowMs` must never go back. */
  take(nowMs: number): boolean {
    const elapsedMs = this.#filledAtMs === null ? 0 : nowMs - this.#filledAtMs;
    this.#filledAtMs = nowMs;
    this.#left = Math.min(this.#burst, this.#left + (elapsedMs / 1000) * this.#perSecond);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Puts back what the last one took. */
  giveBack(): void {
    this.#left = Math.min(this.#burst, this.#left + 1);
  }

  /** Whole seconds until one more may pass; 0 = now. */
  secondsUntilNext(nowMs: number): number {
    const elapsedMs = this.#filledAtMs === null ? 0 : nowMs - this.#filledAtMs;
    const missing = 1 - (this.#left + (elapsedMs / 1000) * this.#perSecond);
    return missing <= 0 ? 0 : Math.ceil(missing / this.#perSecond);
  }

  /** Whether it has nothing to remember. */
  isFull(nowMs: number): boolean {
    if (this.#filledAtMs === null) return true;
    return this.#left + ((nowMs - this.#filledAtMs) / 1000) * this.#perSecond >= this.#burst;
  }
}
