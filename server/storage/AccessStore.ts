import type { Role } from "../../shared/protocol/roles.ts";
import type { SignInDemand } from "../../shared/protocol/signIn.ts";

export interface MapRecord {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970, as every time here. */
  readonly createdAt: number;
  /** Whose map it is, as the directory names them: that of the signed-in person who made it. `null`: nobody's. */
  readonly organisation: string | null;
}

/** A link of a map. The token itself is stored nowhere, only its hash. */
export interface LinkRecord {
  readonly id: string;
  readonly mapId: string;
  readonly role: Role;
  readonly label: string;
  readonly tokenHash: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  /** Whether its token follows from a short code: such a link is never valid for long. */
  readonly isCode: boolean;
  /** What it demands of people besides being shown. */
  readonly signIn: SignInDemand;
}

/** What an owner may change of a link: its role is for good, for people have it open. */
export interface LinkChange {
  readonly label?: string;
  readonly expiresAt?: number | null;
  readonly signIn?: SignInDemand;
}

/** A browser that was sent away from one map. */
export interface RemovedBrowser {
  readonly id: string;
  readonly mapId: string;
  /** Of the browser's id on this map alone, so that two maps do not tell that it was the same browser. */
  readonly browserHash: string;
  /** What the person called themselves, so that an owner knows whom to let back in. */
  readonly name: string;
  readonly removedAt: number;
}

/** A map as those who run the server see it: never what is on it. */
export interface MapListing {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  /** Links that are not revoked. */
  readonly links: number;
  /** Bytes of its documents and of its history in the store. */
  readonly bytes: number;
}

export const MAP_ORDERS = ["title", "created", "used"] as const;
export type MapOrder = (typeof MAP_ORDERS)[number];

export interface MapQuery {
  /** Part of the title, or a whole id. Empty: all maps. */
  readonly search: string;
  readonly order: MapOrder;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly count: number;
}

export interface MapPage {
  /** Of all that match, on this page or not. */
  readonly total: number;
  readonly maps: readonly MapListing[];
}

/** Who may do what: the maps and their links. A failure rejects with a `StoreError`. */
export interface AccessStore {
  /** Adds a map with its first links, all or nothing. Rejects where the id or a token hash is taken. */
  createMap(map: MapRecord, links: readonly LinkRecord[]): Promise<void>;
  /** `null` = never existed, or deleted. */
  findMap(mapId: string): Promise<MapRecord | null>;
  setTitle(mapId: string, title: string): Promise<void>;
  /** The map, its links and its removed browsers are gone. */
  deleteMap(mapId: string): Promise<void>;
  /** Rejects where the token hash is taken. */
  addLink(link: LinkRecord): Promise<void>;
  /** All links of a map, revoked ones too, the oldest first. */
  listLinks(mapId: string): Promise<readonly LinkRecord[]>;
  /** The link whose token has this hash, whatever its state. */
  findLinkByHash(tokenHash: string): Promise<LinkRecord | null>;
  /** Revokes a link that is not revoked; says whether there was one. */
  revokeLink(mapId: string, linkId: string, at: number): Promise<boolean>;
  touchLink(linkId: string, at: number): Promise<void>;
  /** Changes a link that is not revoked, and answers it as it is then; `null` where there is none. */
  changeLink(mapId: string, linkId: string, change: LinkChange): Promise<LinkRecord | null>;
  /** Remembers a browser that was sent away; once more changes nothing but the name. */
  addRemoved(removed: RemovedBrowser): Promise<void>;
  isRemoved(mapId: string, browserHash: string): Promise<boolean>;
  /** The oldest first. */
  listRemoved(mapId: string): Promise<readonly RemovedBrowser[]>;
  /** Forgets that a browser was sent away, and answers which; `null` where there is none. */
  forgetRemoved(mapId: string, id: string): Promise<RemovedBrowser | null>;
  /** Forgets a name among the browsers that were sent away; they stay away. */
  eraseRemovedName(mapId: string, name: string): Promise<void>;
  listMaps(query: MapQuery): Promise<MapPage>;
}
