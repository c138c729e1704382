import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { CHECKPOINT_KINDS, type CheckpointKind } from "../../../shared/history/HistoryAnswer.ts";
import { SERVER_PERSON } from "../../../shared/history/HistorySegment.ts";
import { minuteOf } from "../../../shared/history/SegmentBuilder.ts";
import { newestOf, type RowRef } from "../DocStore.ts";
import type {
  CheckpointRow,
  Digest,
  HistoryStore,
  Person,
  SegmentRow,
  StoredMoment,
  StoredPage,
} from "../history/HistoryStore.ts";
import { checkpointsToDrop, segmentsFloor } from "../history/keptHistory.ts";
import type { PackedLog } from "../history/PackedLog.ts";
import { StoreError } from "../StoreError.ts";
import { digestedRefOf, readRows } from "./readRows.ts";
import { replaceRows } from "./replaceRows.ts";
import type { AddedPerson, SqlitePeople } from "./SqlitePeople.ts";
import type { Schema } from "./schema.ts";

const withoutState = ["id", "ref", "at", "kind", "name", "person"] as const;

/** One statement holds 8 parameters a segment; SQLite takes 32,766. */
const segmentsPerStatement = 500;

/** The history of maps in SQLite. Lives in the storage thread. */
export class SqliteHistoryStore implements HistoryStore {
  readonly #db: Kysely<Schema>;
  readonly #people: SqlitePeople;

  constructor(db: Kysely<Schema>, people: SqlitePeople) {
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
        .set({ digested_ref: newestOf(refs), history_floor: sql`max(history_floor, ${floor})` })
        .where("id", "=", mapId)
        .execute();
      await dropCheckpoints(transaction, mapId, now);
      await this.#people.prune(transaction, mapId);
    });
  }

  readPage(mapId: string, before: RowRef, entries: number): Promise<StoredPage> {
    return this.#db.transaction().execute(async (transaction) => {
      const { firstRef, minute } = await undigestedOf(transaction, mapId);
      const segments = await readSegments(transaction, mapId, before, entries, minute);
      const isLogNeeded = before > firstRef || segments.some((segment) => segment.minute >= minute);
      const log = isLogNeeded ? await readRows(transaction, mapId, {}) : null;
      const checkpoints = await transaction
        .selectFrom("checkpoints")
        .select(withoutState)
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
    return this.#db.transaction().execute((transaction) => readMoment(transaction, mapId, moment));
  }

  async nameCheckpoint(
    mapId: string,
    { id, name, by, at }: Parameters<HistoryStore["nameCheckpoint"]>[1],
    mostNamed: number,
  ): Promise<{ readonly row: CheckpointRow; readonly person: Person } | null> {
    const added: AddedPerson[] = [];
    const named = await this.#db.transaction().execute(async (transaction) => {
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
      const person = (await this.#people.idsOf(transaction, mapId, [{ author: by }], added)).get(by) ?? null;
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

/** Where the log of a map has not become history yet: its first row, and its earliest minute. */
async function undigestedOf(
  transaction: Transaction<Schema>,
  mapId: string,
): Promise<{ readonly firstRef: number; readonly minute: number }> {
  const row = await transaction
    .selectFrom("updates")
    .select(({ fn }) => [fn.min<number | null>("ref").as("first"), fn.min<number | null>("at").as("at")])
    .where("doc_id", "=", mapId)
    .where("ref", ">", await digestedRefOf(transaction, mapId))
    .executeTakeFirst();
  const isNone = row?.first === null || row?.first === undefined || row.at === null;
  if (isNone) return { firstRef: Number.POSITIVE_INFINITY, minute: Number.POSITIVE_INFINITY };
  return { firstRef: row.first ?? 0, minute: minuteOf(row.at ?? 0) };
}

/** All segments of the newest entries before a moment, and of every entry from a minute on. */
async function readSegments(
  transaction: Transaction<Schema>,
  mapId: string,
  before: RowRef,
  entries: number,
  minute: number,
): Promise<readonly SegmentRow[]> {
  const firstMinute = Math.min(minute, Number.MAX_SAFE_INTEGER);
  const newest = transaction
    .selectFrom("history_segments")
    .select(["person", "minute"])
    .where("map_id", "=", mapId)
    .groupBy(["person", "minute"])
    .having(({ fn }) => fn.max("last_ref"), "<", before)
    .orderBy(({ fn }) => fn.max("last_ref"), "desc")
    .limit(entries);
  const rows = await transaction
    .with("newest", () => newest)
    .selectFrom("history_segments as segment")
    .selectAll("segment")
    .where("segment.map_id", "=", mapId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("segment.minute", ">=", firstMinute),
        exists(
          selectFrom("newest")
            .select("newest.minute")
            .whereRef("newest.minute", "=", "segment.minute")
            .where(sql<boolean>`newest.person is segment.person`),
        ),
      ]),
    )
    .orderBy("segment.last_ref")
    .execute();
  return rows.map(fromSegment);
}

async function readMoment(
  transaction: Transaction<Schema>,
  mapId: string,
  moment: RowRef,
): Promise<StoredMoment> {
  const document = await transaction
    .selectFrom("documents")
    .selectAll()
    .where("id", "=", mapId)
    .executeTakeFirst();
  if (!document || moment < 1 || moment > document.last_ref) return { kind: "unknown" };
  const later = await transaction
    .selectFrom("checkpoints")
    .select(["ref", "state"])
    .where("map_id", "=", mapId)
    .where("ref", ">=", moment)
    .orderBy("ref")
    .executeTakeFirst();
  if (later?.ref === moment) return { kind: "state", state: new Uint8Array(later.state) };
  if (moment > document.digested_ref) {
    const log = await readRows(transaction, mapId, { lastRef: moment });
    return log && log.refs.length > 0 ? { kind: "log", log } : { kind: "lost" };
  }
  if (!later || moment < document.history_floor) return { kind: "lost" };
  const rows = await transaction
    .selectFrom("history_segments")
    .selectAll()
    .where("map_id", "=", mapId)
    .where("last_ref", ">", moment)
    .where("first_ref", "<=", later.ref)
    .orderBy("last_ref")
    .execute();
  const state = new Uint8Array(later.state);
  return { kind: "changes", ref: later.ref, state, segments: rows.map(fromSegment) };
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

function toSegment(mapId: string, { lastRef, firstRef, person, minute, at, data }: SegmentRow) {
  return {
    map_id: mapId,
    last_ref: lastRef,
    first_ref: firstRef,
    person: person === SERVER_PERSON ? null : person,
    minute,
    at,
    bytes: data.byteLength,
    data,
  };
}

function fromSegment(row: Selectable<Schema["history_segments"]>): SegmentRow {
  return {
    person: row.person ?? SERVER_PERSON,
    minute: row.minute,
    at: row.at,
    firstRef: row.first_ref,
    lastRef: row.last_ref,
    data: new Uint8Array(row.data),
  };
}

function toCheckpoint(
  row: Pick<Selectable<Schema["checkpoints"]>, (typeof withoutState)[number]>,
): CheckpointRow {
  const { id, ref, at, kind, name, person } = row;
  return { id, ref, at, kind: toKind(kind), name, person: person ?? SERVER_PERSON };
}

function toKind(kind: string): CheckpointKind {
  const known = CHECKPOINT_KINDS.find((each) => each === kind);
  if (!known) throw new StoreError(`There is a checkpoint of an unknown kind, ${kind}.`);
  return known;
}
