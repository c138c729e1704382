/**
 * How long after a gathering the next one waits. It grows with the people, since a gathering costs a write for each: a few
 * people hear each other at once. Nobody sees a cursor move more often than sixty times a second; a change is never that late.
 */
const updatesWait = { msPerPerson: 0.08, longestMs: 10 };
const presenceWait = { msPerPerson: 0.16, longestMs: 20 };
/** A timer may fire so much before its time. */
const timerSlackMs = 1;

/** When a room gathers: at once where it is idle, for a few milliseconds under load, presence a little longer than updates. */
export class Pace {
  readonly #gather: () => void;
  #timer: NodeJS.Timeout | undefined;
  #timerDueAtMs = Number.POSITIVE_INFINITY;
  #updatesSentAtMs = Number.NEGATIVE_INFINITY;
  #presenceSentAtMs = Number.NEGATIVE_INFINITY;

  constructor(gather: () => void) {
    this.#gather = gather;
  }

  /** Gathers when the first of what waits is due: now, if it is already. */
  schedule(waiting: { readonly updates: boolean; readonly presence: boolean }, people: number): void {
    const dueAtMs = Math.min(
      waiting.updates ? this.#updatesSentAtMs + waitMs(updatesWait, people) : Number.POSITIVE_INFINITY,
      waiting.presence ? this.#presenceSentAtMs + waitMs(presenceWait, people) : Number.POSITIVE_INFINITY,
    );
    const leftMs = dueAtMs - performance.now();
    if (leftMs <= 0) {
      this.#gather();
    } else if (dueAtMs < this.#timerDueAtMs) {
      clearTimeout(this.#timer);
      this.#timerDueAtMs = dueAtMs;
      this.#timer = setTimeout(this.#gather, leftMs);
    }
  }

  /** Notes that updates go out now. */
  updatesAreSent(): void {
    this.#updatesSentAtMs = performance.now();
  }

  /** Whether presence goes out now. Where something is written anyway, half the wait is enough. */
  sendsPresence(isWritingAnyway: boolean, people: number): boolean {
    const now = performance.now();
    const wait = waitMs(presenceWait, people);
    if (now < this.#presenceSentAtMs + (isWritingAnyway ? wait / 2 : wait - timerSlackMs)) return false;
    this.#presenceSentAtMs = now;
    return true;
  }

  /** Forgets what was scheduled. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#timerDueAtMs = Number.POSITIVE_INFINITY;
  }
}

function waitMs({ msPerPerson, longestMs }: typeof updatesWait, people: number): number {
  return Math.min(longestMs, Math.max(1, people * msPerPerson));
}
