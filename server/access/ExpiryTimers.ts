/** A timer goes no further than 24 days; it is set again each day. */
const longestTimerMs = 24 * 60 * 60 * 1_000;

/** Tells the moments at which what is watched expires, each by its id. */
export class ExpiryTimers {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #whenExpired: ((id: string) => void)[] = [];

  onExpired(expired: (id: string) => void): void {
    this.#whenExpired.push(expired);
  }

  /** Is told at this moment from now on, unless something was set before. */
  watch(id: string, expiresAt: number): void {
    if (!this.#timers.has(id)) this.set(id, expiresAt);
  }

  /** The same, in the place of what was set before. */
  set(id: string, expiresAt: number): void {
    this.stop(id);
    const waitMs = Math.max(0, expiresAt - Date.now());
    const timer = setTimeout(
      () => {
        this.#timers.delete(id);
        if (expiresAt > Date.now()) this.set(id, expiresAt);
        else for (const expired of this.#whenExpired) expired(id);
      },
      Math.min(waitMs, longestTimerMs),
    );
    timer.unref();
    this.#timers.set(id, timer);
  }

  stop(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
