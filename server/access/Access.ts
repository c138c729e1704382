import { includesRole, ROLES, type Role } from "../../shared/protocol/roles.ts";
import type { AccessStore, LinkRecord, MapRecord } from "../storage/AccessStore.ts";
import { hashToken, isTokenLike, newPublicId, newToken } from "./tokens.ts";

/** What a caller shows: a token, or cookies and the link that the tab speaks for. */
export interface Credentials {
  readonly token?: string | undefined;
  /** Tokens of the map's cookies, by link id. */
  readonly tokenByLink: ReadonlyMap<string, string>;
  readonly linkId?: string | undefined;
}

/** Who a caller is on a map, or why nobody. */
export type Caller =
  | {
      readonly kind: "known";
      readonly map: MapRecord;
      readonly link: LinkRecord;
      readonly isByCookie: boolean;
    }
  | { readonly kind: "no-map" }
  | { readonly kind: "no-valid-token" }
  | { readonly kind: "revoked" };

/** A link whose token is shown this once. */
export interface NewLink {
  readonly link: LinkRecord;
  readonly token: string;
}

const touchEveryMs = 60_000;
/** So many links are remembered as noted before all are forgotten, and noted once more. */
const rememberedLinks = 10_000;

/** Maps, their links, and who may do what. */
export class Access {
  readonly #store: AccessStore;
  readonly #touchedAt = new Map<string, number>();
  readonly #revoked = new Set<string>();

  constructor(store: AccessStore) {
    this.#store = store;
  }

  /** Records a new map, with a link for every role. */
  async createMap(id: string, title: string): Promise<Readonly<Record<Role, string>>> {
    const createdAt = Date.now();
    const made = ROLES.map((role) => makeLink(id, role, "", null));
    await this.#store.createMap(
      { id, title, createdAt },
      made.map(({ link }) => link),
    );
    return Object.fromEntries(made.map(({ link, token }) => [link.role, token])) as Record<Role, string>;
  }

  async findMap(mapId: string): Promise<MapRecord | null> {
    return this.#store.findMap(mapId);
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
    const { token, linkId, tokenByLink } = credentials;
    if (token !== undefined) return this.#identifyByToken(map, token, false);
    if (linkId !== undefined) {
      const caller = await this.#identifyByToken(map, tokenByLink.get(linkId) ?? "", true);
      return caller.kind === "known" && caller.link.id !== linkId ? { kind: "no-valid-token" } : caller;
    }
    const callers: Caller[] = [];
    for (const cookie of tokenByLink.values()) callers.push(await this.#identifyByToken(map, cookie, true));
    return callers.reduce(strongerOf, { kind: "no-valid-token" });
  }

  listLinks(mapId: string): Promise<readonly LinkRecord[]> {
    return this.#store.listLinks(mapId);
  }

  async addLink(mapId: string, role: Role, label: string, expiresAt: number | null): Promise<NewLink> {
    const made = makeLink(mapId, role, label, expiresAt);
    await this.#store.addLink(made.link);
    return made;
  }

  /** Revokes a link; says whether there was one to revoke. */
  async revokeLink(mapId: string, linkId: string): Promise<boolean> {
    const isRevoked = await this.#store.revokeLink(mapId, linkId, Date.now());
    if (isRevoked) this.#revoked.add(linkId);
    return isRevoked;
  }

  /** Whether a link that was read a moment ago still holds. */
  isStillValid(link: LinkRecord): boolean {
    return !this.#revoked.has(link.id) && !isExpired(link);
  }

  /** Notes that a link was used, at most once a minute. A failure is for the store's own alarm: nobody waits for this. */
  noteUse(link: LinkRecord): void {
    const now = Date.now();
    if (now - (this.#touchedAt.get(link.id) ?? 0) < touchEveryMs) return;
    if (this.#touchedAt.size >= rememberedLinks) this.#touchedAt.clear();
    this.#touchedAt.set(link.id, now);
    this.#store.touchLink(link.id, now).catch(() => this.#touchedAt.delete(link.id));
  }

  async #identifyByToken(map: MapRecord, token: string, isByCookie: boolean): Promise<Caller> {
    if (!isTokenLike(token)) return { kind: "no-valid-token" };
    const link = await this.#store.findLinkByHash(hashToken(token));
    if (!link || link.mapId !== map.id) return { kind: "no-valid-token" };
    if (link.revokedAt !== null) return { kind: "revoked" };
    if (isExpired(link)) return { kind: "no-valid-token" };
    this.noteUse(link);
    return { kind: "known", map, link, isByCookie };
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

function makeLink(mapId: string, role: Role, label: string, expiresAt: number | null): NewLink {
  const token = newToken();
  const link: LinkRecord = {
    id: newPublicId(),
    mapId,
    role,
    label,
    tokenHash: hashToken(token),
    createdAt: Date.now(),
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
    isCode: false,
  };
  return { link, token };
}
