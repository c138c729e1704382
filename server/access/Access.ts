import { includesRole, ROLES, type Role } from "../../shared/protocol/roles.ts";
import type { SignInDemand, SignInRefusal } from "../../shared/protocol/signIn.ts";
import type {
  AccessStore,
  LinkChange,
  LinkRecord,
  MapPage,
  MapQuery,
  MapRecord,
  RemovedBrowser,
} from "../storage/AccessStore.ts";
import { hashBrowser } from "./browserId.ts";
import type { SignedInPerson } from "./SignedInPerson.ts";
import { type ReasonToLeave, type Speaker, Standing } from "./Standing.ts";
import { newCode, tokenOfCode } from "./shortCode.ts";
import { signInRefusal } from "./signInRefusal.ts";
import { hashToken, isTokenLike, newPublicId, newToken } from "./tokens.ts";

/** What a caller shows: a token, or cookies and the link that the tab speaks for. */
export interface Credentials {
  readonly token?: string | undefined;
  /** Tokens of the map's cookies, by link id. */
  readonly tokenByLink: ReadonlyMap<string, string>;
  readonly linkId?: string | undefined;
  readonly browserId?: string | undefined;
  /** Who is signed in; absent or `null` = nobody. */
  readonly person?: SignedInPerson | null;
}

/** Who a caller is on a map, or why nobody. */
export type Caller =
  | {
      readonly kind: "known";
      readonly map: MapRecord;
      readonly link: LinkRecord;
      readonly isByCookie: boolean;
      /** As {@link hashBrowser} makes it, of a caller who shows a browser's cookie. */
      readonly browser: string | null;
      readonly person: SignedInPerson | null;
    }
  | { readonly kind: "no-map" }
  | { readonly kind: "no-valid-token" }
  | { readonly kind: "revoked" }
  /** The link is valid, and this browser was sent away from the map. */
  | { readonly kind: "removed" }
  /** The link is valid, and not for somebody who is not signed in, or for this person. */
  | { readonly kind: SignInRefusal; readonly map: MapRecord; readonly link: LinkRecord };

/** A link whose token is shown this once. */
export interface NewLink {
  readonly link: LinkRecord;
  readonly token: string;
}

/** What a link is to be. */
export interface WantedLink {
  readonly mapId: string;
  readonly role: Role;
  readonly label: string;
  readonly expiresAt: number | null;
  readonly signIn: SignInDemand;
}

/** A link that a short code leads to; the code is shown this once. */
export interface NewCode {
  readonly link: LinkRecord;
  readonly code: string;
}

/** What has become of a link or a browser, for every server that has somebody by it. */
export type AccessChange =
  | { readonly kind: "link-revoked"; readonly linkId: string }
  | { readonly kind: "link-changed"; readonly mapId: string; readonly linkId: string }
  | { readonly kind: "browser-removed"; readonly mapId: string; readonly browser: string }
  | { readonly kind: "browser-let-in"; readonly mapId: string; readonly browser: string };

const touchEveryMs = 60_000;
/** So many links are remembered as noted before all are forgotten, and noted once more. */
const rememberedLinks = 10_000;

/** Maps, their links, and who may do what. */
export class Access {
  readonly #store: AccessStore;
  readonly #touchedAt = new Map<string, number>();
  readonly #standing = new Standing();
  #announce: (change: AccessChange) => Promise<void> = async () => {};

  constructor(store: AccessStore) {
    this.#store = store;
  }

  /** Records a new map, with a link for every role that demands nothing. @param organisation whose map it is; `null`: nobody's. */
  async createMap(
    id: string,
    title: string,
    organisation: string | null,
  ): Promise<Readonly<Record<Role, string>>> {
    const createdAt = Date.now();
    const made = ROLES.map((role) =>
      makeLink({ mapId: id, role, label: "", expiresAt: null, signIn: "none" }, newToken(), false),
    );
    await this.#store.createMap(
      { id, title, createdAt, organisation },
      made.map(({ link }) => link),
    );
    return Object.fromEntries(made.map(({ link, token }) => [link.role, token])) as Record<Role, string>;
  }

  async findMap(mapId: string): Promise<MapRecord | null> {
    return this.#store.findMap(mapId);
  }

  /** Every map on the server, a page at a time: for its administrator. */
  listMaps(query: MapQuery): Promise<MapPage> {
    return this.#store.listMaps(query);
  }

  setTitle(mapId: string, title: string): Promise<void> {
    return this.#store.setTitle(mapId, title);
  }

  deleteMap(mapId: string): Promise<void> {
    return this.#store.deleteMap(mapId);
  }

  /**
   * Who this is. A token decides by itself; else the cookie of the link that the tab was opened with; else the strongest
   * cookie. A tab's own link that is not valid is not replaced by a stronger one.
   */
  async identify(mapId: string, credentials: Credentials): Promise<Caller> {
    const map = await this.#store.findMap(mapId);
    if (!map) return { kind: "no-map" };
    const { browserId } = credentials;
    const browser = browserId === undefined ? null : hashBrowser(mapId, browserId);
    const caller = await this.#identifyBy(map, credentials, browser);
    if (caller.kind !== "known") return caller;
    if (browser !== null && (await this.#store.isRemoved(mapId, browser))) return { kind: "removed" };
    this.noteUse(caller.link);
    return caller;
  }

  /** The map that a token opens; `null` = none, or not any more. */
  async findMapOfToken(token: string): Promise<MapRecord | null> {
    const link = await this.#store.findLinkByHash(hashToken(token));
    if (!link || link.revokedAt !== null || isExpired(link)) return null;
    return this.#store.findMap(link.mapId);
  }

  listLinks(mapId: string): Promise<readonly LinkRecord[]> {
    return this.#store.listLinks(mapId);
  }

  async addLink(wanted: WantedLink): Promise<NewLink> {
    const made = makeLink(wanted, newToken(), false);
    await this.#store.addLink(made.link);
    return made;
  }

  /** Makes a link that a new short code leads to. */
  async addCode(wanted: WantedLink): Promise<NewCode> {
    const code = newCode();
    const { link } = makeLink(wanted, await tokenOfCode(code), true);
    await this.#store.addLink(link);
    return { link, code };
  }

  /** What every other server must act on is told to this from now on; the call that caused it waits. */
  announceTo(announce: (change: AccessChange) => Promise<void>): void {
    this.#announce = announce;
  }

  /** Takes note of what another server has done. */
  async take(change: AccessChange): Promise<void> {
    switch (change.kind) {
      case "link-revoked":
        return this.#standing.linkRevoked(change.linkId);
      case "link-changed": {
        const links = await this.#store.listLinks(change.mapId);
        const changed = links.find(({ id }) => id === change.linkId);
        if (!changed) return;
        this.#standing.linkChanged(changed);
        return this.#noteDemand(changed);
      }
      case "browser-removed":
        return this.#standing.browserRemoved(change.mapId, change.browser);
      case "browser-let-in":
        return this.#standing.browserLetBackIn(change.mapId, change.browser);
    }
  }

  /** Changes a link, with effect at once on those who are on it; `null` where there is none. */
  async changeLink(mapId: string, linkId: string, change: LinkChange): Promise<LinkRecord | null> {
    const link = await this.#store.changeLink(mapId, linkId, change);
    if (!link) return null;
    if (change.expiresAt !== undefined) this.#standing.linkChanged(link);
    if (change.signIn !== undefined) await this.#noteDemand(link);
    if (change.expiresAt !== undefined || change.signIn !== undefined) {
      await this.#announce({ kind: "link-changed", mapId, linkId });
    }
    return link;
  }

  /** Revokes a link; says whether there was one to revoke. */
  async revokeLink(mapId: string, linkId: string): Promise<boolean> {
    const isRevoked = await this.#store.revokeLink(mapId, linkId, Date.now());
    if (isRevoked) this.#standing.linkRevoked(linkId);
    // Also of one that was revoked before: perhaps the others were not told.
    await this.#announce({ kind: "link-revoked", linkId });
    return isRevoked;
  }

  /** Bars a browser from a map, whatever link it shows. */
  async removeBrowser(mapId: string, browser: string, name: string): Promise<void> {
    await this.#store.addRemoved({
      id: newPublicId(),
      mapId,
      browserHash: browser,
      name,
      removedAt: Date.now(),
    });
    this.#standing.browserRemoved(mapId, browser);
    await this.#announce({ kind: "browser-removed", mapId, browser });
  }

  listRemoved(mapId: string): Promise<readonly RemovedBrowser[]> {
    return this.#store.listRemoved(mapId);
  }

  /** Lets a browser in again; says whether it was barred. */
  async letBackIn(mapId: string, removedId: string): Promise<boolean> {
    const removed = await this.#store.forgetRemoved(mapId, removedId);
    if (removed) {
      this.#standing.browserLetBackIn(mapId, removed.browserHash);
      await this.#announce({ kind: "browser-let-in", mapId, browser: removed.browserHash });
    }
    return removed !== null;
  }

  /** Forgets a name among those who were sent away; they stay away. */
  eraseRemovedName(mapId: string, name: string): Promise<void> {
    return this.#store.eraseRemovedName(mapId, name);
  }

  /** Why somebody who was let in a moment ago may not stay; `null` = they may. */
  reasonToLeave(speaker: Speaker): ReasonToLeave | null {
    return this.#standing.reasonToLeave(speaker);
  }

  /** From now on, `onLinkExpired` tells the moment at which this link expires. */
  watchExpiry(link: LinkRecord): void {
    this.#standing.watch(link);
  }

  /** Calls back when a link expires that somebody is on. */
  onLinkExpired(expired: (linkId: string) => void): void {
    this.#standing.onExpired(expired);
  }

  /** Tells of no link any more. */
  close(): void {
    this.#standing.close();
  }

  /** Notes that a link was used, at most once a minute. A failure is for the store's own alarm: nobody waits for this. */
  noteUse(link: LinkRecord): void {
    const now = Date.now();
    if (now - (this.#touchedAt.get(link.id) ?? 0) < touchEveryMs) return;
    if (this.#touchedAt.size >= rememberedLinks) this.#touchedAt.clear();
    this.#touchedAt.set(link.id, now);
    this.#store.touchLink(link.id, now).catch(() => this.#touchedAt.delete(link.id));
  }

  async #noteDemand({ id, mapId, signIn }: LinkRecord): Promise<void> {
    const organisation = (await this.#store.findMap(mapId))?.organisation ?? null;
    this.#standing.demandChanged(id, { signIn, organisation });
  }

  async #identifyBy(
    map: MapRecord,
    { token, linkId, tokenByLink, person = null }: Credentials,
    browser: string | null,
  ): Promise<Caller> {
    if (token !== undefined) return this.#identifyByToken(map, token, { isByCookie: false, browser, person });
    const byCookie = { isByCookie: true, browser, person };
    if (linkId !== undefined) {
      const caller = await this.#identifyByToken(map, tokenByLink.get(linkId) ?? "", byCookie);
      return caller.kind === "known" && caller.link.id !== linkId ? { kind: "no-valid-token" } : caller;
    }
    const callers: Caller[] = [];
    for (const cookie of tokenByLink.values())
      callers.push(await this.#identifyByToken(map, cookie, byCookie));
    return callers.reduce(strongerOf, { kind: "no-valid-token" });
  }

  async #identifyByToken(
    map: MapRecord,
    token: string,
    how: {
      readonly isByCookie: boolean;
      readonly browser: string | null;
      readonly person: SignedInPerson | null;
    },
  ): Promise<Caller> {
    if (!isTokenLike(token)) return { kind: "no-valid-token" };
    const link = await this.#store.findLinkByHash(hashToken(token));
    if (!link || link.mapId !== map.id) return { kind: "no-valid-token" };
    if (link.revokedAt !== null) return { kind: "revoked" };
    if (isExpired(link)) return { kind: "no-valid-token" };
    const refusal = signInRefusal({ signIn: link.signIn, organisation: map.organisation }, how.person);
    if (refusal !== null) return { kind: refusal, map, link };
    return { kind: "known", map, link, ...how };
  }
}

function strongerOf(one: Caller, other: Caller): Caller {
  if (one.kind === "known") {
    return other.kind === "known" && includesRole(other.link.role, one.link.role) ? other : one;
  }
  return other.kind === "no-valid-token" ? one : other;
}

/** Whether a link's time is over. */
export function isExpired(link: LinkRecord): boolean {
  return link.expiresAt !== null && link.expiresAt <= Date.now();
}

function makeLink(wanted: WantedLink, token: string, isCode: boolean): NewLink {
  const link: LinkRecord = {
    ...wanted,
    id: newPublicId(),
    tokenHash: hashToken(token),
    createdAt: Date.now(),
    lastUsedAt: null,
    revokedAt: null,
    isCode,
  };
  return { link, token };
}
