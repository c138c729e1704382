import type { Role } from "../../shared/protocol/roles.ts";

export interface MapRecord {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970, as every time here. */
  readonly createdAt: number;
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
}

/** Who may do what: the maps and their links. A failure rejects with a `StoreError`. */
export interface AccessStore {
  /** Adds a map with its first links, all or nothing. Rejects where the id or a token hash is taken. */
  createMap(map: MapRecord, links: readonly LinkRecord[]): Promise<void>;
  /** `null` = never existed, or deleted. */
  findMap(mapId: string): Promise<MapRecord | null>;
  setTitle(mapId: string, title: string): Promise<void>;
  /** The map and its links are gone. */
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
}
