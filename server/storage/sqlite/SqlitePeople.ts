import { type Kysely, sql, type Transaction } from "kysely";
import type { Author } from "../Author.ts";
import type { LogEntry } from "../DocStore.ts";
import type { Person } from "../history/HistoryStore.ts";
import type { Schema } from "./schema.ts";

type Ids = Map<string, number>;

/** Somebody who is in the store if the transaction is committed. */
export interface AddedPerson {
  readonly mapId: string;
  readonly key: string;
  readonly id: number;
  /** How often somebody was forgotten before. */
  readonly forgotten: number;
}

/** So many maps' people are remembered before all are forgotten, and looked up once more. */
const rememberedMaps = 2_000;
/** People of one map that nothing refers to are looked for from so many on. */
const peopleToPrune = 1_000;

/**
 * The people of maps: each name stands in one row, to which everything that somebody did refers. Nothing but this code holds
 * the references together, so that an append writes no index for it.
 */
export class SqlitePeople {
  /** What is committed, by map. */
  readonly #idsByMap = new Map<string, Ids>();
  /** How often somebody was erased or forgotten: whoever was added before that is looked up once more. */
  #forgotten = 0;

  /**
   * The number of each author; null for the server itself. New ones are added, and noted in `added` for {@link remember}.
   */
  async idsOf(
    transaction: Transaction<Schema>,
    mapId: string,
    entries: readonly Pick<LogEntry, "author">[],
    added: AddedPerson[],
  ): Promise<ReadonlyMap<Author, number | null>> {
    const ids = new Map<Author, number | null>();
    for (const { author } of entries) {
      if (!ids.has(author)) ids.set(author, await this.#idOf(transaction, mapId, author, added));
    }
    return ids;
  }

  /** Keeps at hand what a transaction has added, once it is committed. */
  remember(added: readonly AddedPerson[]): void {
    if (this.#idsByMap.size >= rememberedMaps) this.#idsByMap.clear();
    for (const { mapId, key, id, forgotten } of added) {
      if (forgotten !== this.#forgotten) continue;
      const ids = this.#idsByMap.get(mapId) ?? new Map<string, number>();
      this.#idsByMap.set(mapId, ids.set(key, id));
    }
  }

  /** Looks everybody up anew: the store was replaced. */
  forget(): void {
    this.#forgotten += 1;
    this.#idsByMap.clear();
  }

  async find(db: Kysely<Schema>, ids: Iterable<number | null>): Promise<readonly Person[]> {
    const list = JSON.stringify([...new Set(ids)]);
    const rows = await db
      .selectFrom("people")
      .select(["id", "link_id", "name", "organisation"])
      .where("id", "in", sql<number>`(select value from json_each(${list}))`)
      .execute();
    return rows.map(({ id, link_id: link, name, organisation }) => ({ id, link, name, organisation }));
  }

  async erase(
    transaction: Transaction<Schema>,
    mapId: string,
    name: string,
    organisation: string | null,
  ): Promise<number> {
    let erased = transaction
      .updateTable("people")
      .set({ name: "", organisation: "", is_erased: 1 })
      .where("map_id", "=", mapId)
      .where("name", "=", name)
      .where("is_erased", "=", 0);
    if (organisation !== null) erased = erased.where("organisation", "=", organisation);
    const { numUpdatedRows } = await erased.executeTakeFirstOrThrow();
    this.#forgetMap(mapId);
    return Number(numUpdatedRows);
  }

  /** Forgets people of a map to whom nothing refers any more, where there are many. */
  async prune(transaction: Transaction<Schema>, mapId: string): Promise<void> {
    const { count } = await transaction
      .selectFrom("people")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("map_id", "=", mapId)
      .executeTakeFirstOrThrow();
    if (count < peopleToPrune) return;
    await sql`delete from people where map_id = ${mapId}
      and not exists (select 1 from history_segments where map_id = ${mapId} and person = people.id)
      and id not in (
        select person from checkpoints where map_id = ${mapId} and person is not null
        union select author from updates where doc_id in (${mapId}, ${`${mapId}/talk`}) and author is not null
      )`.execute(transaction);
    this.#forgetMap(mapId);
  }

  async remove(transaction: Transaction<Schema>, mapId: string): Promise<void> {
    await transaction.deleteFrom("people").where("map_id", "=", mapId).execute();
    this.#forgetMap(mapId);
  }

  #forgetMap(mapId: string): void {
    this.#forgotten += 1;
    this.#idsByMap.delete(mapId);
  }

  async #idOf(
    transaction: Transaction<Schema>,
    mapId: string,
    author: Author,
    added: AddedPerson[],
  ): Promise<number | null> {
    const { link, name, organisation } = author;
    if (link === "" && name === "" && organisation === "") return null;
    const key = JSON.stringify([link, name, organisation]);
    const known = this.#idsByMap.get(mapId)?.get(key);
    if (known !== undefined) return known;
    const { rows } = await sql<{ id: number }>`insert into people (map_id, link_id, name, organisation)
      values (${mapId}, ${link}, ${name}, ${organisation})
      on conflict (map_id, link_id, name, organisation) where is_erased = 0 do update set name = excluded.name
      returning id`.execute(transaction);
    const id = rows[0]?.id ?? null;
    if (id !== null) added.push({ mapId, key, id, forgotten: this.#forgotten });
    return id;
  }
}
