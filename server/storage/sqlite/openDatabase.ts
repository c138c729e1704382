import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import Database from "libsql";
import { StoreError } from "../StoreError.ts";
import { migrate } from "./migrations.ts";
import type { Schema } from "./schema.ts";

export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  /** Rejects where the database cannot be written now. */
  checkWritable(): Promise<void>;
  /** Closes the database and lets another server have the folder. */
  close(): Promise<void>;
}

/** How long a starting server waits for one that is still going down. */
const lockTimeoutMs = 5_000;

/**
 * Opens the store of a folder, creating both where they are missing, and holds the folder for this process: two servers
 * that wrote the same documents would overwrite what the other's people see.
 * @throws StoreError that says what is wrong with which folder or file.
 */
export async function openDatabase(folder: string): Promise<OpenDatabase> {
  prepareFolder(folder);
  const lock = holdFolder(folder);
  const path = join(folder, "plumbline.sqlite");
  try {
    const database = open(path, `The store ${path} cannot be opened`);
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
    await prepare(database, db, path);
    return {
      db,
      checkWritable: async () => {
        database.exec("begin immediate; rollback");
        accessSync(folder, constants.W_OK);
      },
      close: async () => {
        await db.destroy();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

async function prepare(database: Database.Database, db: Kysely<Schema>, path: string): Promise<void> {
  try {
    database.exec("pragma journal_mode = wal");
    database.exec("pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on");
    await migrate(db as unknown as Kysely<never>);
  } catch (error) {
    await db.destroy();
    const damaged = ["SQLITE_NOTADB", "SQLITE_CORRUPT"].includes(codeOf(error));
    const reason = damaged ? "It is damaged, or no store of Plumbline" : messageOf(error);
    throw new StoreError(`The store ${path} cannot be used: ${reason}. Nothing was changed.`, {
      cause: error,
    });
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreError(`The data folder ${folder} cannot be written (${codeOf(error)}).`, { cause: error });
  }
}

function holdFolder(folder: string): Database.Database {
  const path = join(folder, "plumbline.lock");
  const lock = open(path, `The data folder ${folder} cannot be written`);
  try {
    lock.exec("begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    const reason =
      codeOf(error) === "SQLITE_BUSY"
        ? `The data folder ${folder} is in use by another server.`
        : `The data folder ${folder} cannot be written: ${messageOf(error)}.`;
    throw new StoreError(reason, { cause: error });
  }
}

function open(path: string, failure: string): Database.Database {
  try {
    return new Database(path, { timeout: lockTimeoutMs });
  } catch (error) {
    throw new StoreError(`${failure}: ${messageOf(error)}.`, { cause: error });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
