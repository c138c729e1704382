/**
 * A browser opens six connections to a server over HTTP/1.1, for all its tabs together. Calls that wait must not take them all,
 * or nothing could be sent: so many may wait at once, and the other tabs ask now and then.
 */
const seats = 4;

/** As much of the browser's locks as is used here. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    granted: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/** The right of one tab to keep a call waiting at the server. */
export class WaitingSeat {
  readonly #locks: Locks | undefined;
  #release: (() => void) | undefined;

  /** Default: the browser's locks, which it has for pages over TLS; without them everybody has a seat. */
  constructor(locks: Locks | undefined = typeof window === "undefined" ? undefined : navigator.locks) {
    this.#locks = locks;
  }

  /** Takes a seat if one is free, and says whether this tab has one. */
  async take(): Promise<boolean> {
    if (this.#locks === undefined || this.#release !== undefined) return true;
    for (let seat = 1; seat <= seats; seat++) {
      if (await this.#isGranted(this.#locks, `plumbline-waiting-${seat}`)) return true;
    }
    return false;
  }

  leave(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #isGranted(locks: Locks, name: string): Promise<boolean> {
    return new Promise((resolve) => {
      const hold = (lock: object | null) => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((release) => {
          this.#release = release;
        });
      };
      // Where the browser gives no locks at all, nobody can be kept from waiting.
      locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(true));
    });
  }
}
