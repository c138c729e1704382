import { type Kysely, sql, type Transaction } from "kysely";
import type { AppendedRows, DocStore, LogEntry, RowRef, StoredDocument } from "../DocStore.ts";
import { inParts } from "./inParts.ts";
import { replaceRows } from "./replaceRows.ts";
import type { AddedPerson, SqlPeople } from "./SqlPeople.ts";
import type { Schema } from "./schema.ts";

interface WaitingAppend {
  readonly docId: string;
  readonly entries: readonly LogEntry[];
  resolve(refs: readonly RowRef[]): void;
  reject(error: unknown): void;
}

/**
 * Documents in a database. Appends of many documents that wait together share one commit. The row of a document is held from the moment in which rows are
 * numbered until they are committed: so whoever sees a row sees all before it, however many servers write.
 */
export class SqlDocStore implements DocStore {
  readonly #db: Kysely<Schema>;
  readonly #people: SqlPeople;
  #waiting: WaitingAppend[] = [];
  #isCommitting = false;

  constructor(db: Kysely<Schema>, people: SqlPeople) {
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

  async loadAfter(docId: string, ref: RowRef): Promise<AppendedRows | null> {
    const rows = await this.#db
      .selectFrom("updates")
      .select(["ref", "data"])
      .where("doc_id", "=", docId)
      .where("ref", ">", ref)
      .orderBy("ref")
      .execute();
    if (rows.length === 0 && (await this.newestRefs([docId])).size === 0) return null;
    return { updates: rows.map(({ data }) => new Uint8Array(data)), refs: rows.map((row) => row.ref) };
  }

  async newestRefs(docIds: readonly string[]): Promise<ReadonlyMap<string, RowRef>> {
    const newest = new Map<string, RowRef>();
    for (const some of inParts(docIds)) {
      const rows = await this.#db
        .selectFrom("documents")
        .select(["id", "last_ref"])
        .where("id", "in", some)
        .execute();
      for (const { id, last_ref: ref } of rows) newest.set(id, ref);
    }
    return newest;
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
        const all = new Map<WaitingAppend, readonly RowRef[]>();
        // In one order on all servers: two that hold rows for each other would wait for ever.
        for (const append of group.toSorted((one, other) => compare(one.docId, other.docId)))
          all.set(append, await insertEntries(transaction, people, append, added));
        return all;
      });
      people.remember(added);
      for (const append of group) append.resolve(refs.get(append) ?? []);
    } catch (error) {
      const [only] = group;
      if (group.length === 1 && only) return only.reject(error);
      // Alone, each fails or succeeds for itself.
      for (const append of group) await this.#commitGroup([append]);
    }
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

async function insertEntries(
  transaction: Transaction<Schema>,
  people: SqlPeople,
  { docId, entries }: WaitingAppend,
  added: AddedPerson[],
): Promise<readonly RowRef[]> {
  if (entries.length === 0) return [];
  const { last_ref: last, people_version: peopleVersion } = await transaction
    .insertInto("documents")
    .values({ id: docId, last_ref: entries.length })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ last_ref: sql<number>`documents.last_ref + ${entries.length}` }),
    )
    .returning(["last_ref", "people_version"])
    .executeTakeFirstOrThrow();
  const authors = await people.idsOf(transaction, { docId, peopleVersion }, entries, added);
  const refs = entries.map((_, index) => last - entries.length + 1 + index);
  // One statement holds 5 parameters a row; SQLite takes 32,766, PostgreSQL 65,535.
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
