import type { Kysely } from "kysely";
import type { LogRow } from "../../../shared/history/digestLog.ts";
import { SERVER_PERSON } from "../../../shared/history/HistorySegment.ts";
import type { RowRef } from "../DocStore.ts";
import { type PackedLog, packLog } from "../history/PackedLog.ts";
import type { Schema } from "./schema.ts";

/** So many rows are read in one go: what waits for the store meanwhile waits a millisecond. */
const rowsInOneGo = 500;

/** The row up to which the log of a map became history; 0 where none did. */
export async function digestedRefOf(db: Kysely<Schema>, mapId: string): Promise<RowRef> {
  const row = await db
    .selectFrom("documents")
    .select("digested_ref")
    .where("id", "=", mapId)
    .executeTakeFirst();
  return row?.digested_ref ?? 0;
}

/**
 * The log of a map's document: what was digested, and of the rest at most `mostRows`, up to `lastRef`. `null` where there is no
 * such document.
 */
export async function readRows(
  db: Kysely<Schema>,
  mapId: string,
  { mostRows = Number.POSITIVE_INFINITY, lastRef = Number.MAX_SAFE_INTEGER },
): Promise<PackedLog | null> {
  const digestedRef = await digestedRefOf(db, mapId);
  const rows: LogRow[] = [];
  let undigested = 0;
  for (;;) {
    const some = await db
      .selectFrom("updates")
      .select(["ref", "author", "at", "data"])
      .where("doc_id", "=", mapId)
      .where("ref", ">", rows.at(-1)?.ref ?? 0)
      .where("ref", "<=", lastRef)
      .orderBy("ref")
      .limit(rowsInOneGo)
      .execute();
    for (const { ref, author, at, data } of some) {
      if (ref > digestedRef) undigested += 1;
      if (undigested <= mostRows)
        rows.push({ ref, person: author ?? SERVER_PERSON, at, update: new Uint8Array(data) });
    }
    if (some.length < rowsInOneGo || undigested >= mostRows) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows.length === 0 ? null : packLog(rows, digestedRef);
}
