import type Database from "libsql";
import { quoted } from "./sqliteErrors.ts";

/**
 * Tables whose rows of today stay beside those of the copy: what happened has happened, and who was sent away stays away.
 */
const mergedTables: ReadonlySet<string> = new Set(["security_events", "removed_browsers"]);
/** And tables that stay as they are today: who has signed out since the copy was made is not signed in again. */
const untouchedTables: ReadonlySet<string> = new Set(["sessions", "sign_in_attempts"]);

/**
 * Puts the content of another database of the same schema in the place of everything, in one transaction. What was withdrawn
 * since the copy was made stays withdrawn: revoked links, browsers that were sent away, names that were erased.
 */
export function replaceContents(database: Database.Database, path: string): void {
  database.exec(`attach ${quoted(path)} as copy`);
  try {
    // Inside of a transaction this cannot be changed. What must hold is checked at its end.
    database.exec("pragma foreign_keys = off");
    database.exec("begin immediate");
    try {
      replaceTables(database);
      const broken = database.prepare("select count(*) as count from pragma_foreign_key_check").get();
      if ((broken as { count: number }).count > 0) throw new Error("The copy does not hold together.");
      database.exec("commit");
    } catch (error) {
      database.exec("rollback");
      throw error;
    }
  } finally {
    database.exec("pragma foreign_keys = on");
    database.exec("detach copy");
  }
  database.exec("pragma wal_checkpoint(truncate)");
}

function replaceTables(database: Database.Database): void {
  database.exec(`
    create temp table withdrawn_links as select id, revoked_at from main.links where revoked_at is not null;
    create temp table erased_people as select id, map_id, link_id from main.people where is_erased = 1;`);
  for (const table of tablesOf(database)) {
    if (untouchedTables.has(table)) continue;
    const columns = columnsOf(database, table).join(", ");
    if (!mergedTables.has(table)) database.exec(`delete from main.${table}`);
    const insert = mergedTables.has(table) ? "insert or ignore" : "insert";
    database.exec(`${insert} into main.${table} (${columns}) select ${columns} from copy.${table}`);
  }
  database.exec(`
    delete from main.removed_browsers where map_id not in (select id from main.maps);
    update main.links set revoked_at = (select revoked_at from withdrawn_links kept where kept.id = main.links.id)
      where revoked_at is null and id in (select id from withdrawn_links);
    update main.people set is_erased = 1, name = '', organisation = ''
      where (id, map_id, link_id) in (select id, map_id, link_id from erased_people);
    drop table withdrawn_links;
    drop table erased_people;`);
}

function tablesOf(database: Database.Database): readonly string[] {
  const rows = database
    .prepare(
      "select name from main.sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> 'migrations'",
    )
    .all() as { name: string }[];
  return rows.map(({ name }) => name);
}

function columnsOf(database: Database.Database, table: string): readonly string[] {
  const rows = database.prepare(`select name from pragma_table_info(${quoted(table)}, 'main')`).all();
  return (rows as { name: string }[]).map(({ name }) => name);
}
