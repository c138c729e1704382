import { type Insertable, type Kysely, type Selectable, sql } from "kysely";
import { isRole } from "../../../shared/protocol/roles.ts";
import { isSignInDemand } from "../../../shared/protocol/signIn.ts";
import type {
  AccessStore,
  LinkChange,
  LinkRecord,
  MapOrder,
  MapPage,
  MapQuery,
  MapRecord,
  RemovedBrowser,
} from "../AccessStore.ts";
import { StoreError } from "../StoreError.ts";
import type { Schema } from "./schema.ts";

/** Maps and links in a database. */
export class SqlAccessStore implements AccessStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async createMap(map: MapRecord, links: readonly LinkRecord[]): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      const { id, title, createdAt, organisation } = map;
      const row = { id, title, created_at: createdAt, organisation };
      await transaction.insertInto("maps").values(row).execute();
      for (const link of links) await transaction.insertInto("links").values(toRow(link)).execute();
    });
  }

  async findMap(mapId: string): Promise<MapRecord | null> {
    const row = await this.#db.selectFrom("maps").selectAll().where("id", "=", mapId).executeTakeFirst();
    if (!row) return null;
    const { id, title, organisation } = row;
    return { id, title, createdAt: row.created_at, organisation };
  }

  async setTitle(mapId: string, title: string): Promise<void> {
    await this.#db.updateTable("maps").set({ title }).where("id", "=", mapId).execute();
  }

  async deleteMap(mapId: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("removed_browsers").where("map_id", "=", mapId).execute();
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

  async changeLink(mapId: string, linkId: string, change: LinkChange): Promise<LinkRecord | null> {
    const { label, expiresAt, signIn } = change;
    const row = await this.#db
      .updateTable("links")
      .set((to) => ({
        label: label ?? to.ref("label"),
        expires_at: expiresAt === undefined ? to.ref("expires_at") : expiresAt,
        sign_in: signIn ?? to.ref("sign_in"),
      }))
      .where("id", "=", linkId)
      .where("map_id", "=", mapId)
      .where("revoked_at", "is", null)
      .returningAll()
      .executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async addRemoved({ id, mapId, browserHash, name, removedAt }: RemovedBrowser): Promise<void> {
    await this.#db
      .insertInto("removed_browsers")
      .values({ id, map_id: mapId, browser_hash: browserHash, name, removed_at: removedAt })
      .onConflict((conflict) => conflict.columns(["map_id", "browser_hash"]).doUpdateSet({ name }))
      .execute();
  }

  async isRemoved(mapId: string, browserHash: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom("removed_browsers")
      .select("id")
      .where("map_id", "=", mapId)
      .where("browser_hash", "=", browserHash)
      .executeTakeFirst();
    return row !== undefined;
  }

  async listRemoved(mapId: string): Promise<readonly RemovedBrowser[]> {
    const removed = this.#db.selectFrom("removed_browsers").selectAll().where("map_id", "=", mapId);
    return (await removed.orderBy("removed_at").orderBy("id").execute()).map(removedFromRow);
  }

  async forgetRemoved(mapId: string, id: string): Promise<RemovedBrowser | null> {
    const row = await this.#db
      .deleteFrom("removed_browsers")
      .where("map_id", "=", mapId)
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirst();
    return row ? removedFromRow(row) : null;
  }

  async eraseRemovedName(mapId: string, name: string): Promise<void> {
    await this.#db
      .updateTable("removed_browsers")
      .set({ name: "" })
      .where("map_id", "=", mapId)
      .where("name", "=", name)
      .execute();
  }

  async listMaps({ search, order, isDescending, offset, count }: MapQuery): Promise<MapPage> {
    let matching = this.#db.selectFrom("maps");
    if (search !== "") {
      const part = search.toLowerCase().replaceAll(/[\\%_]/g, "\\$&");
      const title = sql<boolean>`lower(title) like ${`%${part}%`} escape '\\'`;
      matching = matching.where((where) => where.or([title, where("id", "=", search)]));
    }
    const { total } = await matching
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow();
    const lastUsed = sql<number | null>`(select max(last_used_at) from links where map_id = maps.id)`;
    const rows = await matching
      .select([
        "id",
        "title",
        "created_at",
        lastUsed.as("last_used_at"),
        sql<number>`(select count(*) from links where map_id = maps.id and revoked_at is null)`.as("links"),
      ])
      .orderBy(orderBy[order], isDescending ? "desc" : "asc")
      .orderBy("id")
      .limit(count)
      .offset(offset)
      .execute();
    const maps = [];
    for (const row of rows) {
      const { id, title, links } = row;
      const bytes = await this.#bytesOf(id);
      maps.push({ id, title, createdAt: row.created_at, lastUsedAt: row.last_used_at, links, bytes });
    }
    return { total, maps };
  }

  /** No id is the beginning of another, and what follows one in the id of a document comes before "~". */
  async #bytesOf(mapId: string): Promise<number> {
    const { rows } = await sql<{ bytes: number }>`select
      (select coalesce(sum(length(data)), 0) from updates where doc_id >= ${mapId} and doc_id < ${`${mapId}~`}) +
      (select coalesce(sum(bytes), 0) from history_segments where map_id = ${mapId}) +
      (select coalesce(sum(bytes), 0) from checkpoints where map_id = ${mapId}) as bytes`.execute(this.#db);
    return rows[0]?.bytes ?? 0;
  }
}

const orderBy = {
  title: sql`lower(title)`,
  created: sql`created_at`,
  // What was never used comes before everything that was: where nulls stand, databases do not agree.
  used: sql`coalesce((select max(last_used_at) from links where map_id = maps.id), -1)`,
} satisfies Readonly<Record<MapOrder, unknown>>;

function removedFromRow(row: Selectable<Schema["removed_browsers"]>): RemovedBrowser {
  return {
    id: row.id,
    mapId: row.map_id,
    browserHash: row.browser_hash,
    name: row.name,
    removedAt: row.removed_at,
  };
}

function toRow(link: LinkRecord): Insertable<Schema["links"]> {
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
    is_code: link.isCode ? 1 : 0,
    sign_in: link.signIn,
  };
}

function fromRow(row: Selectable<Schema["links"]>): LinkRecord {
  if (!isRole(row.role)) throw new StoreError(`The link ${row.id} has an unknown role.`);
  if (!isSignInDemand(row.sign_in)) throw new StoreError(`The link ${row.id} has an unknown demand.`);
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
    isCode: row.is_code !== 0,
    signIn: row.sign_in,
  };
}
