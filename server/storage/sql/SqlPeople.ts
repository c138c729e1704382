import { type Kysely, sql, type Transaction } from "kysely";
import type { Author } from "../Author.ts";
import { type LogEntry, mapIdOf } from "../DocStore.ts";
import type { Person } from "../history/HistoryStore.ts";
import { inParts } from "./inParts.ts";
import type { Schema } from "./schema.ts";

type Ids = Map<string, number>;

/** Somebody who is in the store if the transaction is committed. */
export interface AddedPerson {
  readonly docId: string;
  readonly peopleVersion: number;
  readonly key: string;
  readonly id: number;
  /** How often the store had been replaced before. */
  readonly replaced: number;
}

/** A document that somebody writes on, in a transaction that holds its row. */
export interface WrittenDocument {
  readonly docId: string;
  /** As the row says it. */
  readonly peopleVersion: number;
}

interface Remembered {
  readonly peopleVersion: number;
  readonly ids: Ids;
}

/** The people of so many documents are remembered before all are forgotten, and looked up once more. */
const rememberedDocuments = 2_000;
/** People of one map that nothing refers to are looked for from so many on. */
const peopleToPrune = 1_000;

/**
 * The people of maps: each name stands in one row, to which everything that somebody did refers. Nothing but this code holds
 * the references together, so that an append writes no index for it.
 */
export class SqlPeople {
  /** What is committed, by document. */
  readonly #remembered = new Map<string, Remembered>();
  #replaced = 0;

  /**
   * The number of each author; null for the server itself. New ones are added, and noted in `added` for {@link remember}.
   */
  async idsOf(
    transaction: Transaction<Schema>,
    document: WrittenDocument,
    entries: readonly Pick<LogEntry, "author">[],
    added: AddedPerson[],
  ): Promise<ReadonlyMap<Author, number | null>> {
    const ids = new Map<Author, number | null>();
    for (const { author } of entries) {
      if (!ids.has(author)) ids.set(author, await this.#idOf(transaction, document, author, added));
    }
    return ids;
  }

  /** Keeps at hand what a transaction has added, once it is committed. */
  remember(added: readonly AddedPerson[]): void {
    if (this.#remembered.size >= rememberedDocuments) this.#remembered.clear();
    for (const { docId, peopleVersion, key, id, replaced } of added) {
      if (replaced !== this.#replaced) continue;
      const known = this.#remembered.get(docId);
      if (known?.peopleVersion === peopleVersion) known.ids.set(key, id);
      else this.#remembered.set(docId, { peopleVersion, ids: new Map([[key, id]]) });
    }
  }

  /** Looks everybody up anew: the store was replaced. */
  forget(): void {
    this.#replaced += 1;
    this.#remembered.clear();
  }

  async find(db: Kysely<Schema>, ids: Iterable<number | null>): Promise<readonly Person[]> {
    const people: Person[] = [];
    for (const some of inParts([...new Set(ids)].filter((id) => id !== null))) {
      const rows = await db
        .selectFrom("people")
        .select(["id", "link_id", "name", "organisation"])
        .where("id", "in", some)
        .orderBy("id")
        .execute();
      for (const { id, link_id: link, name, organisation } of rows)
        people.push({ id, link, name, organisation });
    }
    return people;
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
    await forgetPeople(transaction, mapId);
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
    await forgetPeople(transaction, mapId);
  }

  async remove(transaction: Transaction<Schema>, mapId: string): Promise<void> {
    await transaction.deleteFrom("people").where("map_id", "=", mapId).execute();
  }

  async #idOf(
    transaction: Transaction<Schema>,
    { docId, peopleVersion }: WrittenDocument,
    author: Author,
    added: AddedPerson[],
  ): Promise<number | null> {
    const { link, name, organisation } = author;
    if (link === "" && name === "" && organisation === "") return null;
    const key = JSON.stringify([link, name, organisation]);
    const remembered = this.#remembered.get(docId);
    const known = remembered?.peopleVersion === peopleVersion ? remembered.ids.get(key) : undefined;
    if (known !== undefined) return known;
    const { rows } = await sql<{ id: number }>`insert into people (map_id, link_id, name, organisation)
      values (${mapIdOf(docId)}, ${link}, ${name}, ${organisation})
      on conflict (map_id, link_id, name, organisation) where is_erased = 0 do update set name = excluded.name
      returning id`.execute(transaction);
    const id = rows[0]?.id ?? null;
    if (id !== null) added.push({ docId, peopleVersion, key, id, replaced: this.#replaced });
    return id;
  }
}

/** What any server remembers of a map's people holds no longer. */
async function forgetPeople(transaction: Transaction<Schema>, mapId: string): Promise<void> {
  await transaction
    .updateTable("documents")
    .set(({ eb }) => ({ people_version: eb("people_version", "+", 1) }))
    .where("id", "in", [mapId, `${mapId}/talk`])
    .execute();
}
