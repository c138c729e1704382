import { type Kysely, sql, type Transaction } from "kysely";
import { type DocStore, type LogEntry, newestOf, type RowRef, type StoredDocument } from "../DocStore.ts";
import { StoreError } from "../StoreError.ts";
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
  #waiting: WaitingAppend[] = [];
  #isCommitting = false;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
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
      .select(["ref", "data"])
      .where("doc_id", "=", docId)
      .orderBy("ref")
      .execute();
    if (rows.length === 0) return null;
    return { updates: rows.map((row) => new Uint8Array(row.data)), refs: rows.map((row) => row.ref) };
  }

  async compact(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): Promise<void> {
    const list = JSON.stringify(refs);
    await this.#db.transaction().execute(async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom("updates")
        .where("doc_id", "=", docId)
        .where("ref", "in", sql<number>`(select value from json_each(${list}))`)
        .executeTakeFirstOrThrow();
      if (refs.length === 0 || numDeletedRows !== BigInt(refs.length)) {
        throw new StoreError("The rows to compact are not there any more.");
      }
      const row = { doc_id: docId, ref: newestOf(refs), author: "", at: Date.now(), data: snapshot };
      await transaction.insertInto("updates").values(row).execute();
    });
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
    try {
      const refs = await this.#db.transaction().execute(async (transaction) => {
        const all: (readonly RowRef[])[] = [];
        for (const { docId, entries } of group) all.push(await insertEntries(transaction, docId, entries));
        return all;
      });
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
      author: author.link,
      at,
      data: update,
    }));
    await transaction.insertInto("updates").values(rows).execute();
  }
  return refs;
}
