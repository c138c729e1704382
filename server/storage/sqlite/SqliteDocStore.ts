import { type Kysely, sql, type Transaction } from "kysely";
import type { Author } from "../Author.ts";
import { type DocStore, type LogEntry, mapIdOf, type RowRef, type StoredDocument } from "../DocStore.ts";
import { replaceRows } from "./replaceRows.ts";
import type { AddedPerson, SqlitePeople } from "./SqlitePeople.ts";
import type { Schema } from "./schema.ts";

interface WaitingAppend {
  readonly docId: string;
  readonly entries: readonly LogEntry[];
  resolve(refs: readonly RowRef[]): void;
  reject(error: unknown): void;
}

/** Documents in SQLite. Lives in the storage thread; appends of many documents that wait together share one commit. */
export class SqliteDocStore implements DocStore {
  readonly #db: Kysely<Schema>;
  readonly #people: SqlitePeople;
  #waiting: WaitingAppend[] = [];
  #isCommitting = false;

  constructor(db: Kysely<Schema>, people: SqlitePeople) {
    this.#db = db;
    this.#people = people;
  }

  append(docId: string, entries: readonly LogEntry[]): Promise<readonly RowRef[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ docId, entries, resolve, reject });
      if (!this.#isCommitting) void this.#commitWaiting();
    });
  }

  async load(docId: string): Promise<StoredDocument | null> {
    const rows = await this.#db
      .selectFrom("updates")
      .select(["ref", "at", "data"])
      .where("doc_id", "=", docId)
      .orderBy("ref")
      .execute();
    if (rows.length === 0) return null;
    const document = await this.#db
      .selectFrom("documents")
      .select("digested_ref")
      .where("id", "=", docId)
      .executeTakeFirst();
    const digestedRef = document?.digested_ref ?? 0;
    return {
      updates: rows.map((row) => new Uint8Array(row.data)),
      refs: rows.map((row) => row.ref),
      digested: { ref: digestedRef, nextAt: rows.find(({ ref }) => ref > digestedRef)?.at ?? null },
    };
  }

  async compact(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): Promise<void> {
    await this.#db.transaction().execute((transaction) => replaceRows(transaction, docId, snapshot, refs));
  }

  async remove(docId: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("updates").where("doc_id", "=", docId).execute();
      await transaction.deleteFrom("documents").where("id", "=", docId).execute();
    });
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }

  async #commitWaiting(): Promise<void> {
    this.#isCommitting = true;
    while (this.#waiting.length > 0) {
      // One turn of the event loop, so that everything that has arrived by now shares the commit.
      await new Promise((resolve) => setImmediate(resolve));
      const group = this.#waiting;
      this.#waiting = [];
      await this.#commitGroup(group);
    }
    this.#isCommitting = false;
  }

  async #commitGroup(group: readonly WaitingAppend[]): Promise<void> {
    const people = this.#people;
    const added: AddedPerson[] = [];
    try {
      const refs = await this.#db.transaction().execute(async (transaction) => {
        const all: (readonly RowRef[])[] = [];
        for (const { docId, entries } of group) {
          const authors = await people.idsOf(transaction, mapIdOf(docId), entries, added);
          all.push(await insertEntries(transaction, docId, entries, authors));
        }
        return all;
      });
      people.remember(added);
      group.forEach((append, index) => {
        append.resolve(refs[index] ?? []);
      });
    } catch (error) {
      const [only] = group;
      if (group.length === 1 && only) return only.reject(error);
      // Alone, each fails or succeeds for itself.
      for (const append of group) await this.#commitGroup([append]);
    }
  }
}

async function insertEntries(
  transaction: Transaction<Schema>,
  docId: string,
  entries: readonly LogEntry[],
  authors: ReadonlyMap<Author, number | null>,
): Promise<readonly RowRef[]> {
  if (entries.length === 0) return [];
  const { last_ref: last } = await transaction
    .insertInto("documents")
    .values({ id: docId, last_ref: entries.length })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ last_ref: sql<number>`documents.last_ref + ${entries.length}` }),
    )
    .returning("last_ref")
    .executeTakeFirstOrThrow();
  const refs = entries.map((_, index) => last - entries.length + 1 + index);
  // One statement holds 5 parameters a row; SQLite takes 32,766.
  const rowsPerStatement = 1000;
  for (let start = 0; start < entries.length; start += rowsPerStatement) {
    const rows = entries.slice(start, start + rowsPerStatement).map(({ update, author, at }, index) => ({
      doc_id: docId,
      ref: refs[start + index] ?? 0,
      author: authors.get(author) ?? null,
      at,
      data: update,
    }));
    await transaction.insertInto("updates").values(rows).execute();
  }
  return refs;
}
