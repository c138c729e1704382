import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Storage } from "../Storage.ts";
import { StoreError } from "../StoreError.ts";
import { SqlAccessStore } from "../sql/SqlAccessStore.ts";
import { SqlDocStore } from "../sql/SqlDocStore.ts";
import { SqlHistoryStore } from "../sql/SqlHistoryStore.ts";
import { SqlNoticeStore } from "../sql/SqlNoticeStore.ts";
import { SqlPeople } from "../sql/SqlPeople.ts";
import { SqlSecurityStore } from "../sql/SqlSecurityStore.ts";
import { SqlSignInStore } from "../sql/SqlSignInStore.ts";
import type { Schema } from "../sql/schema.ts";
import { CountedCalls } from "./CountedCalls.ts";
import { holdingTexts } from "./heldTexts.ts";
import { migratePostgres } from "./migrations.ts";

/** One connection appends, the others answer what people ask meanwhile. */
const MOST_CONNECTIONS = 10;
const LONGEST_CONNECTING_MS = 5_000;
/** A statement that waits longer is given up, and what it was to write is tried again by whoever asked. */
const LONGEST_STATEMENT_MS = 15_000;
/** Of PostgreSQL's types, those whose values Node reads as texts although they are whole numbers here: bigint, and the sums of it. */
const NUMBER_TYPES: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

/**
 * Opens a store in PostgreSQL, which several servers may share, and brings it to the schema of today.
 * @param url such as `postgres://plumbline@db.example/plumbline`.
 * @param onBroken is told when a connection breaks: the next call takes another.
 * @throws StoreError that says why it cannot be used; it never names the address or the password.
 */
export async function openPostgresStorage(url: string, onBroken: (error: Error) => void): Promise<Storage> {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: LONGEST_CONNECTING_MS,
    keepAlive: true,
    application_name: "plumbline",
    statement_timeout: LONGEST_STATEMENT_MS,
    onConnect: async (client) => {
      // Also one that is at work breaks by itself: unheard, that would end the process.
      client.on("error", onBroken);
      // What is acknowledged is on the disk, whatever the database does by default.
      await client.query("set synchronous_commit = on");
    },
    types: {
      getTypeParser: (oid, format) => (NUMBER_TYPES.has(oid) ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  pool.on("error", onBroken);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: holdingTexts(pool) }) });
  try {
    await migratePostgres(db as unknown as Kysely<never>);
  } catch (error) {
    await db.destroy();
    throw new StoreError(`The database cannot be used: ${messageOf(error)}. Nothing was changed.`, {
      cause: error,
    });
  }
  const calls = new CountedCalls();
  const people = new SqlPeople();
  const documents = new SqlDocStore(db, people);
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= calls.end().then(() => db.destroy());
    return closing;
  };
  return {
    documents: {
      ...calls.of(documents, ["append", "load", "loadAfter", "newestRefs", "compact", "remove"]),
      close,
    },
    history: calls.of(new SqlHistoryStore(db, people), [
      "readLog",
      "commitDigest",
      "readPage",
      "readMoment",
      "nameCheckpoint",
      "renameCheckpoint",
      "removeCheckpoint",
      "erase",
      "remove",
    ]),
    access: calls.of(new SqlAccessStore(db), [
      "createMap",
      "findMap",
      "setTitle",
      "deleteMap",
      "addLink",
      "listLinks",
      "findLinkByHash",
      "revokeLink",
      "touchLink",
      "changeLink",
      "addRemoved",
      "isRemoved",
      "listRemoved",
      "forgetRemoved",
      "eraseRemovedName",
      "listMaps",
    ]),
    notices: calls.of(new SqlNoticeStore(db), ["add", "after", "newest"]),
    signIns: calls.of(new SqlSignInStore(db), [
      "addAttempt",
      "takeAttempt",
      "addSession",
      "findSession",
      "endSession",
      "endSessionsOf",
      "forgetBefore",
    ]),
    security: calls.of(new SqlSecurityStore(db), ["add", "list", "forgetBefore"]),
    checkWritable: calls.counted(async () => {
      const { rows } = await sql<{
        mode: string;
      }>`select current_setting('transaction_read_only') as mode`.execute(db);
      if (rows[0]?.mode !== "off") throw new StoreError("The database takes no writes now.");
    }),
    close,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
