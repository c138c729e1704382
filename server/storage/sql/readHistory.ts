import { sql, type Transaction } from "kysely";
import { minuteOf } from "../../../shared/history/SegmentBuilder.ts";
import type { RowRef } from "../DocStore.ts";
import type { SegmentRow, StoredMoment } from "../history/HistoryStore.ts";
import { fromSegment } from "./historyRows.ts";
import { digestedRefOf, readRows } from "./readRows.ts";
import type { Schema } from "./schema.ts";

/** Where the log of a map has not become history yet: its first row, and its earliest minute. */
export async function undigestedOf(
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
export async function readSegments(
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
            .where(sql<boolean>`newest.person is not distinct from segment.person`),
        ),
      ]),
    )
    .orderBy("segment.last_ref")
    .execute();
  return rows.map(fromSegment);
}

/** What tells of a map at a moment. */
export async function readMoment(
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
