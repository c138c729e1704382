import type { Kysely, Selectable } from "kysely";
import { isRole } from "../../../shared/protocol/roles.ts";
import type { AccessStore, LinkRecord, MapRecord } from "../AccessStore.ts";
import { StoreError } from "../StoreError.ts";
import type { Schema } from "./schema.ts";

/** Maps and links in SQLite. Lives in the storage thread. */
export class SqliteAccessStore implements AccessStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async createMap(map: MapRecord, links: readonly LinkRecord[]): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      const row = { id: map.id, title: map.title, created_at: map.createdAt };
      await transaction.insertInto("maps").values(row).execute();
      for (const link of links) await transaction.insertInto("links").values(toRow(link)).execute();
    });
  }

  async findMap(mapId: string): Promise<MapRecord | null> {
    const row = await this.#db.selectFrom("maps").selectAll().where("id", "=", mapId).executeTakeFirst();
    return row ? { id: row.id, title: row.title, createdAt: row.created_at } : null;
  }

  async setTitle(mapId: string, title: string): Promise<void> {
    await this.#db.updateTable("maps").set({ title }).where("id", "=", mapId).execute();
  }

  async deleteMap(mapId: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("links").where("map_id", "=", mapId).execute();
      await transaction.deleteFrom("maps").where("id", "=", mapId).execute();
    });
  }

  async addLink(link: LinkRecord): Promise<void> {
    await this.#db.insertInto("links").values(toRow(link)).execute();
  }

  async listLinks(mapId: string): Promise<readonly LinkRecord[]> {
    const links = this.#db.selectFrom("links").selectAll().where("map_id", "=", mapId);
    return (await links.orderBy("created_at").orderBy("id").execute()).map(fromRow);
  }

  async findLinkByHash(tokenHash: string): Promise<LinkRecord | null> {
    const links = this.#db.selectFrom("links").selectAll().where("token_hash", "=", tokenHash);
    const row = await links.executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async revokeLink(mapId: string, linkId: string, at: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("links")
      .set({ revoked_at: at })
      .where("id", "=", linkId)
      .where("map_id", "=", mapId)
      .where("revoked_at", "is", null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  async touchLink(linkId: string, at: number): Promise<void> {
    await this.#db.updateTable("links").set({ last_used_at: at }).where("id", "=", linkId).execute();
  }
}

function toRow(link: LinkRecord): Schema["links"] {
  return {
    id: link.id,
    map_id: link.mapId,
    role: link.role,
    label: link.label,
    token_hash: link.tokenHash,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    last_used_at: link.lastUsedAt,
    revoked_at: link.revokedAt,
  };
}

function fromRow(row: Selectable<Schema["links"]>): LinkRecord {
  if (!isRole(row.role)) throw new StoreError(`The link ${row.id} has an unknown role.`);
  return {
    id: row.id,
    mapId: row.map_id,
    role: row.role,
    label: row.label,
    tokenHash: row.token_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
