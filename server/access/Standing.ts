import type { LinkRecord } from "../storage/AccessStore.ts";

/** Who speaks: by which link, and in which browser where that is known. */
export interface Speaker {
  readonly link: LinkRecord;
  /** As {@link hashBrowser} makes it. */
  readonly browser: string | null;
}

/** Why somebody who was let in may not stay. */
export type ReasonToLeave = "revoked" | "expired" | "removed";

/** A timer goes no further than 24 days; it is set again each day. */
const longestTimerMs = 24 * 60 * 60 * 1_000;

/** What has become of links and browsers since those who use them were let in. */
export class Standing {
  readonly #revoked = new Set<string>();
  readonly #removed = new Set<string>();
  /** Of links that were changed since. */
  readonly #expiresAt = new Map<string, number | null>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #whenExpired: ((linkId: string) => void)[] = [];

  /** Calls back at the moment at which a watched link expires. */
  onExpired(expired: (linkId: string) => void): void {
    this.#whenExpired.push(expired);
  }

  reasonToLeave({ link, browser }: Speaker): ReasonToLeave | null {
    if (browser !== null && this.#removed.has(keyOf(link.mapId, browser))) return "removed";
    if (this.#revoked.has(link.id)) return "revoked";
    const expiresAt = this.#expiryOf(link);
    return expiresAt !== null && expiresAt <= Date.now() ? "expired" : null;
  }

  /** Somebody is on this link from now on. */
  watch(link: LinkRecord): void {
    const expiresAt = this.#expiryOf(link);
    if (expiresAt !== null && !this.#timers.has(link.id)) this.#setTimer(link.id, expiresAt);
  }

  linkRevoked(linkId: string): void {
    this.#revoked.add(linkId);
    this.#stopTimer(linkId);
  }

  linkChanged({ id, expiresAt }: LinkRecord): void {
    this.#expiresAt.set(id, expiresAt);
    this.#stopTimer(id);
    if (expiresAt !== null) this.#setTimer(id, expiresAt);
  }

  browserRemoved(mapId: string, browser: string): void {
    this.#removed.add(keyOf(mapId, browser));
  }

  browserLetBackIn(mapId: string, browser: string): void {
    this.#removed.delete(keyOf(mapId, browser));
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #expiryOf(link: LinkRecord): number | null {
    const changed = this.#expiresAt.get(link.id);
    return changed === undefined ? link.expiresAt : changed;
  }

  #setTimer(linkId: string, expiresAt: number): void {
    const waitMs = Math.max(0, expiresAt - Date.now());
    const timer = setTimeout(
      () => {
        this.#timers.delete(linkId);
        if (expiresAt > Date.now()) this.#setTimer(linkId, expiresAt);
        else for (const expired of this.#whenExpired) expired(linkId);
      },
      Math.min(waitMs, longestTimerMs),
    );
    timer.unref();
    this.#timers.set(linkId, timer);
  }

  #stopTimer(linkId: string): void {
    clearTimeout(this.#timers.get(linkId));
    this.#timers.delete(linkId);
  }
}

function keyOf(mapId: string, browser: string): string {
  return `${mapId} ${browser}`;
}
