import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import type Database from "libsql";
import { StoreError } from "../StoreError.ts";
import type { Schema } from "../sql/schema.ts";
import { STORE_FILE } from "../storeFiles.ts";
import { holdFolder } from "./holdFolder.ts";
import { migrateSqlite } from "./migrations.ts";
import { openFile } from "./openFile.ts";
import { replaceContents } from "./replaceContents.ts";
import { isDamage, messageOf } from "./sqliteErrors.ts";

export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  /** Rejects where the database cannot be written now. */
  checkWritable(): Promise<void>;
  /** Puts the content of a copy of today's schema in the place of everything: all, or nothing where it rejects. */
  replaceWith(path: string): Promise<void>;
  /** Closes the database and lets another server have the folder. */
  close(): Promise<void>;
}

/**
 * Opens the store of a folder, creating both where they are missing, and holds the folder.
 * @throws StoreError that says what is wrong with which folder or file.
 */
export async function openDatabase(folder: string): Promise<OpenDatabase> {
  const held = holdFolder(folder);
  const path = join(folder, STORE_FILE);
  try {
    const database = openFile(path, `The store ${path} cannot be opened`);
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
    await prepare(database, db, path);
    return {
      db,
      checkWritable: async () => {
        // Only what is committed meets a disk that is full. The number is nobody's: the schema has its own.
        database.exec("pragma user_version = 0");
        accessSync(folder, constants.W_OK);
      },
      // With the connection to itself: nothing of others runs in between.
      replaceWith: (copy) => db.connection().execute(async () => replaceContents(database, copy)),
      close: async () => {
        await db.destroy();
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

async function prepare(database: Database.Database, db: Kysely<Schema>, path: string): Promise<void> {
  try {
    database.exec("pragma journal_mode = wal");
    database.exec("pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on");
    await migrateSqlite(db as unknown as Kysely<never>);
  } catch (error) {
    await db.destroy();
    const reason = isDamage(error) ? "It is damaged, or no store of Plumbline" : messageOf(error);
    throw new StoreError(`The store ${path} cannot be used: ${reason}. Nothing was changed.`, {
      cause: error,
    });
  }
}
