import type { SignInRefusal } from "../../shared/protocol/signIn.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import { ExpiryTimers } from "./ExpiryTimers.ts";
import type { SignedInPerson } from "./SignedInPerson.ts";
import { type Demand, signInRefusal } from "./signInRefusal.ts";

/** Who speaks: by which link, and in which browser and as whom where that is known. */
export interface Speaker {
  readonly link: LinkRecord;
  /** As {@link hashBrowser} makes it. */
  readonly browser: string | null;
  /** Who is signed in; `null` = nobody. */
  readonly person: SignedInPerson | null;
}

/** Why somebody who was let in may not stay. */
export type ReasonToLeave = "revoked" | "expired" | "removed" | SignInRefusal;

/** What has become of links and browsers since those who use them were let in. */
export class Standing {
  readonly #revoked = new Set<string>();
  readonly #removed = new Set<string>();
  /** Of links that were changed since. */
  readonly #expiresAt = new Map<string, number | null>();
  readonly #demands = new Map<string, Demand>();
  readonly #timers = new ExpiryTimers();

  /** Calls back at the moment at which a watched link expires. */
  onExpired(expired: (linkId: string) => void): void {
    this.#timers.onExpired(expired);
  }

  reasonToLeave({ link, browser, person }: Speaker): ReasonToLeave | null {
    if (browser !== null && this.#removed.has(keyOf(link.mapId, browser))) return "removed";
    if (this.#revoked.has(link.id)) return "revoked";
    const expiresAt = this.#expiryOf(link);
    if (expiresAt !== null && expiresAt <= Date.now()) return "expired";
    const demand = this.#demands.get(link.id);
    return demand ? signInRefusal(demand, person) : null;
  }

  /** Somebody is on this link from now on. */
  watch(link: LinkRecord): void {
    const expiresAt = this.#expiryOf(link);
    if (expiresAt !== null) this.#timers.watch(link.id, expiresAt);
  }

  linkRevoked(linkId: string): void {
    this.#revoked.add(linkId);
    this.#timers.stop(linkId);
  }

  linkChanged({ id, expiresAt }: LinkRecord): void {
    this.#expiresAt.set(id, expiresAt);
    if (expiresAt === null) this.#timers.stop(id);
    else this.#timers.set(id, expiresAt);
  }

  /** From now on a link demands this of people, also of those who are on it. */
  demandChanged(linkId: string, demand: Demand): void {
    this.#demands.set(linkId, demand);
  }

  browserRemoved(mapId: string, browser: string): void {
    this.#removed.add(keyOf(mapId, browser));
  }

  browserLetBackIn(mapId: string, browser: string): void {
    this.#removed.delete(keyOf(mapId, browser));
  }

  close(): void {
    this.#timers.close();
  }

  #expiryOf(link: LinkRecord): number | null {
    const changed = this.#expiresAt.get(link.id);
    return changed === undefined ? link.expiresAt : changed;
  }
}

function keyOf(mapId: string, browser: string): string {
  return `${mapId} ${browser}`;
}
