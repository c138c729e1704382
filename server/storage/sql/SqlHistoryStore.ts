import { type Kysely, sql, type Transaction } from "kysely";
import { SERVER_PERSON } from "../../../shared/history/HistorySegment.ts";
import { newestOf, type RowRef } from "../DocStore.ts";
import type {
  CheckpointRow,
  Digest,
  HistoryStore,
  Person,
  StoredMoment,
  StoredPage,
} from "../history/HistoryStore.ts";
import { checkpointsToDrop, segmentsFloor } from "../history/keptHistory.ts";
import type { PackedLog } from "../history/PackedLog.ts";
import { CHECKPOINT_COLUMNS, toCheckpoint, toKind, toSegment } from "./historyRows.ts";
import { readMoment, readSegments, undigestedOf } from "./readHistory.ts";
import { digestedRefOf, readRows } from "./readRows.ts";
import { replaceRows } from "./replaceRows.ts";
import type { AddedPerson, SqlPeople } from "./SqlPeople.ts";
import type { Schema } from "./schema.ts";

/** One statement holds 8 parameters a segment; SQLite takes 32,766, PostgreSQL 65,535. */
const segmentsPerStatement = 500;

/** The history of maps in a database. */
export class SqlHistoryStore implements HistoryStore {
  readonly #db: Kysely<Schema>;
  readonly #people: SqlPeople;

  constructor(db: Kysely<Schema>, people: SqlPeople) {
    this.#db = db;
    this.#people = people;
  }

  readLog(mapId: string, mostRows: number): Promise<PackedLog | null> {
    // No transaction: only a digest takes rows away, and those that are appended meanwhile are seen or not.
    return readRows(this.#db, mapId, { mostRows });
  }

  async commitDigest(mapId: string, digest: Digest): Promise<void> {
    const { snapshot, refs, segments, checkpoints, now } = digest;
    await this.#db.transaction().execute(async (transaction) => {
      await holdDocument(transaction, mapId);
      await replaceRows(transaction, mapId, snapshot, refs);
      for (let start = 0; start < segments.length; start += segmentsPerStatement) {
        const rows = segments.slice(start, start + segmentsPerStatement);
        await transaction
          .insertInto("history_segments")
          .values(rows.map((segment) => toSegment(mapId, segment)))
          .execute();
      }
      for (const { state, ...made } of checkpoints) {
        const row = { ...made, map_id: mapId, name: null, person: null, bytes: state.byteLength, state };
        await transaction.insertInto("checkpoints").values(row).execute();
      }
      const floor = Math.max(digest.floor, await dropSegments(transaction, mapId));
      await transaction
        .updateTable("documents")
        .set({
          digested_ref: newestOf(refs),
          history_floor: sql`case when history_floor < ${floor} then ${floor} else history_floor end`,
        })
        .where("id", "=", mapId)
        .execute();
      await dropCheckpoints(transaction, mapId, now);
      await this.#people.prune(transaction, mapId);
    });
  }

  readPage(mapId: string, before: RowRef, entries: number): Promise<StoredPage> {
    return this.#reading(async (transaction) => {
      const { firstRef, minute } = await undigestedOf(transaction, mapId);
      const segments = await readSegments(transaction, mapId, before, entries, minute);
      const isLogNeeded = before > firstRef || segments.some((segment) => segment.minute >= minute);
      const log = isLogNeeded ? await readRows(transaction, mapId, {}) : null;
      const checkpoints = await transaction
        .selectFrom("checkpoints")
        .select(CHECKPOINT_COLUMNS)
        .where("map_id", "=", mapId)
        .orderBy("ref", "desc")
        .orderBy("at", "desc")
        .execute();
      const ids = [...segments, ...checkpoints].map(({ person }) => person);
      return {
        segments,
        checkpoints: checkpoints.map(toCheckpoint),
        log,
        people: await this.#people.find(transaction, [...ids, ...(log?.people ?? [])]),
      };
    });
  }

  readMoment(mapId: string, moment: RowRef): Promise<StoredMoment> {
    return this.#reading((transaction) => readMoment(transaction, mapId, moment));
  }

  /** Everything that is read in one transaction is of one moment, also where another server writes meanwhile. */
  #reading<T>(read: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
    return this.#db.transaction().setIsolationLevel("repeatable read").execute(read);
  }

  async nameCheckpoint(
    mapId: string,
    { id, name, by, at }: Parameters<HistoryStore["nameCheckpoint"]>[1],
    mostNamed: number,
  ): Promise<{ readonly row: CheckpointRow; readonly person: Person } | null> {
    const added: AddedPerson[] = [];
    const named = await this.#db.transaction().execute(async (transaction) => {
      const document = await holdDocument(transaction, mapId);
      if (!document) return null;
      const ofMap = transaction.selectFrom("checkpoints").where("map_id", "=", mapId);
      const newest = await ofMap.selectAll().orderBy("ref", "desc").orderBy("at", "desc").executeTakeFirst();
      const { count } = await ofMap
        .where("kind", "=", "named")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      if (!newest || count >= mostNamed) return null;
      // What the server has kept by itself of the same moment is the same.
      if (newest.kind === "automatic")
        await transaction.deleteFrom("checkpoints").where("id", "=", newest.id).execute();
      const written = { docId: mapId, peopleVersion: document.people_version };
      const person =
        (await this.#people.idsOf(transaction, written, [{ author: by }], added)).get(by) ?? null;
      const row = { ...newest, id, name, at, kind: "named", person, state: new Uint8Array(newest.state) };
      await transaction.insertInto("checkpoints").values(row).execute();
      return { row: toCheckpoint(row), person: { ...by, id: person ?? SERVER_PERSON } };
    });
    this.#people.remember(added);
    return named;
  }

  async renameCheckpoint(mapId: string, id: string, name: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("checkpoints")
      .set({ name })
      .where("map_id", "=", mapId)
      .where("id", "=", id)
      .where("kind", "=", "named")
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  removeCheckpoint(mapId: string, id: string): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const ofMap = transaction.selectFrom("checkpoints").where("map_id", "=", mapId);
      const removed = await ofMap
        .select(["id", "ref"])
        .where("id", "=", id)
        .where("kind", "=", "named")
        .executeTakeFirst();
      if (!removed) return false;
      const other = await ofMap
        .select("id")
        .where("ref", "=", removed.ref)
        .where("id", "<>", id)
        .executeTakeFirst();
      // The state of the last digest is what all moments before it are reckoned from.
      if (removed.ref === (await digestedRefOf(transaction, mapId)) && !other) {
        const changes = { kind: "automatic", name: null, person: null };
        await transaction.updateTable("checkpoints").set(changes).where("id", "=", id).execute();
      } else await transaction.deleteFrom("checkpoints").where("id", "=", id).execute();
      return true;
    });
  }

  erase(mapId: string, name: string, organisation: string | null): Promise<number> {
    return this.#db
      .transaction()
      .execute((transaction) => this.#people.erase(transaction, mapId, name, organisation));
  }

  async remove(mapId: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("history_segments").where("map_id", "=", mapId).execute();
      await transaction.deleteFrom("checkpoints").where("map_id", "=", mapId).execute();
      await this.#people.remove(transaction, mapId);
    });
  }
}

/** Lets no other server write on a document, or digest it, until the transaction ends. Answers with its row. */
function holdDocument(transaction: Transaction<Schema>, docId: string) {
  return transaction
    .updateTable("documents")
    .set(({ ref }) => ({ last_ref: ref("last_ref") }))
    .where("id", "=", docId)
    .returningAll()
    .executeTakeFirst();
}

/** Lets go of the oldest segments where there is too much. Answers with the row of which nothing is told any more, or 0. */
async function dropSegments(transaction: Transaction<Schema>, mapId: string): Promise<RowRef> {
  const rows = await transaction
    .selectFrom("history_segments")
    .select(["last_ref", "bytes"])
    .where("map_id", "=", mapId)
    .orderBy("last_ref")
    .execute();
  const floor = segmentsFloor(rows.map(({ last_ref: lastRef, bytes }) => ({ lastRef, bytes })));
  if (floor > 0)
    await transaction
      .deleteFrom("history_segments")
      .where("map_id", "=", mapId)
      .where("last_ref", "<=", floor)
      .execute();
  return floor;
}

async function dropCheckpoints(transaction: Transaction<Schema>, mapId: string, now: number): Promise<void> {
  const rows = await transaction
    .selectFrom("checkpoints")
    .select(["id", "ref", "at", "kind", "bytes"])
    .where("map_id", "=", mapId)
    .execute();
  const dropped = checkpointsToDrop(
    rows.map((row) => ({ ...row, kind: toKind(row.kind) })),
    now,
  );
  for (const id of dropped) await transaction.deleteFrom("checkpoints").where("id", "=", id).execute();
}
