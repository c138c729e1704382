import { closeSync, fsyncSync, openSync } from "node:fs";
import { Kysely, SqliteDialect } from "kysely";
import type Database from "libsql";
import { StoreError } from "../StoreError.ts";
import { MIGRATIONS, migrateSqlite } from "./migrations.ts";
import { openFile } from "./openFile.ts";
import { isDamage, messageOf, quoted } from "./sqliteErrors.ts";

/**
 * Copies a store as it stands now, with everything that is committed, to a file that does not exist yet. Others may write the
 * store meanwhile. The copy is checked and on the disk when this returns.
 * @throws StoreError
 */
export function copyStore(path: string, to: string): void {
  const database = openFile(path, `The store ${path} cannot be opened`);
  try {
    database.exec(`vacuum into ${quoted(to)}`);
  } catch (error) {
    throw new StoreError(`The store ${path} cannot be copied: ${messageOf(error)}.`, { cause: error });
  } finally {
    database.close();
  }
  checkBackup(to, to);
  syncFile(to);
}

/**
 * Checks that a file is a whole and sound store of this Plumbline or an earlier one.
 * @param name what messages call the file.
 * @throws StoreError that says what is wrong with it.
 */
export function checkBackup(path: string, name: string): void {
  inspect(path, name, (database) => {
    checkSoundness(database, name);
    const tables =
      "select count(*) as count from sqlite_master where name in ('migrations', 'documents', 'maps')";
    const { count } = database.prepare(tables).get() as { count: number };
    if (count !== 3) throw new StoreError(`${name} is no store of Plumbline.`);
    const done = database.prepare("select name from migrations").all() as { name: string }[];
    const newer = done.find(({ name: migration }) => !Object.hasOwn(MIGRATIONS, migration));
    if (newer) {
      throw new StoreError(`${name} was written by a newer version of Plumbline (migration ${newer.name}).`);
    }
  });
}

/**
 * Checks a copy of a backup and brings it to the schema of today.
 * @throws StoreError as `checkBackup`.
 */
export async function prepareBackup(path: string, name: string): Promise<void> {
  checkBackup(path, name);
  const database = openFile(path, `${name} cannot be read`);
  // One file, with nothing beside it.
  database.exec("pragma journal_mode = delete; pragma foreign_keys = on");
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database }) });
  try {
    await migrateSqlite(db);
  } catch (error) {
    throw new StoreError(`${name} cannot be brought to today's schema: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    await db.destroy();
  }
  syncFile(path);
}

function inspect(path: string, name: string, look: (database: Database.Database) => void): void {
  const database = openFile(path, `${name} cannot be read`);
  try {
    look(database);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = isDamage(error) ? "It is damaged, or no store of Plumbline" : messageOf(error);
    throw new StoreError(`${name} cannot be used: ${reason}.`, { cause: error });
  } finally {
    database.close();
  }
}

function checkSoundness(database: Database.Database, name: string): void {
  const [first] = database.prepare("pragma integrity_check(1)").all() as { integrity_check: string }[];
  if (first?.integrity_check !== "ok") throw new StoreError(`${name} is damaged: ${first?.integrity_check}.`);
  const broken = database.prepare("select count(*) as count from pragma_foreign_key_check").get();
  if ((broken as { count: number }).count > 0) {
    throw new StoreError(`${name} is damaged: it has rows that belong to nothing.`);
  }
}

function syncFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
