import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Kysely, SqliteDialect } from "kysely";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import type { Migrations } from "../../../server/storage/sql/migrate.ts";
import { MIGRATIONS, migrateSqlite } from "../../../server/storage/sqlite/migrations.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/openSqliteStorage.ts";
import { ROLES, type Role } from "../../../shared/protocol/roles.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { callWith, withServer } from "../support/withServer.ts";

const stores = fileURLToPath(new URL("../../fixtures/stores/", import.meta.url));
const fixtures = readdirSync(stores).filter((name) => name.endsWith(".sql"));
const scratch = temporaryFolder();

interface Expected {
  readonly id: string;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly revoked: string;
  readonly map: SomeMap;
}

interface SomeMap {
  readonly title: string;
  readonly elements: readonly { readonly id: string; readonly name: string }[];
  readonly relations: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

function expectedIn(fixture: string): Expected {
  const [first = ""] = readFileSync(join(stores, fixture), "utf8").split("\n", 1);
  return JSON.parse(first.slice(3)) as Expected;
}

/** A data folder with a store as that version left it. */
function folderOf(fixture: string): string {
  const folder = mkdtempSync(join(scratch, "store-"));
  const database = new Database(join(folder, "plumbline.sqlite"));
  database.exec(`pragma foreign_keys = off; begin; ${readFileSync(join(stores, fixture), "utf8")} commit`);
  database.close();
  return folder;
}

async function migrateFolder(folder: string, migrations: Migrations): Promise<void> {
  const database = new Database(join(folder, "plumbline.sqlite"));
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database }) });
  try {
    await migrateSqlite(db, migrations);
  } finally {
    await db.destroy();
  }
}

function contentOf(folder: string): unknown {
  const database = new Database(join(folder, "plumbline.sqlite"));
  const schema = database.prepare("select name, sql from sqlite_master order by name").all();
  const tables = (schema as { name: string; sql: string | null }[]).filter(({ sql }) =>
    /^create table/i.test(sql ?? ""),
  );
  const rows = tables.map(({ name }) => database.prepare(`select count(*) as rows from ${name}`).get());
  const migrations = database.prepare("select name, at from migrations").all();
  database.close();
  return JSON.parse(
    JSON.stringify({ schema, rows, migrations }, (key, value) => (key === "_metadata" ? undefined : value)),
  );
}

const essence = ({ title, elements, relations }: SomeMap) => ({
  title,
  elements: elements.map(({ id, name }) => [id, name]),
  relations: relations.map(({ id, from, to }) => [id, from, to]),
});

async function expectEverything(folder: string, { id, tokens, revoked, map }: Expected): Promise<void> {
  const server = await withServer({ dataFolder: folder });
  for (const role of ROLES) {
    const answer = await callWith(server, tokens[role], `/api/maps/${id}`);
    expect(answer.status).toBe(200);
    expect(essence((await answer.json()) as SomeMap)).toEqual(essence(map));
    const session = await callWith(server, tokens[role], `/api/maps/${id}/session`);
    expect(await session.json()).toMatchObject({ role, title: map.title });
  }
  expect((await callWith(server, revoked, `/api/maps/${id}`)).status).toBe(404);
  // And it can be worked on.
  const [one, other] = [stockClient(server, id, tokens.editor), stockClient(server, id, tokens.viewer)];
  await Promise.all([synced(one), synced(other)]);
  one.doc.getMap("map").set("title", "Drawn on today");
  await until(() => other.doc.getMap("map").get("title") === "Drawn on today");
  await server.close();
}

describe("a store of an earlier version", () => {
  it("is kept here of the newest migration, so that the next one is tested with it", () => {
    const newest = Object.keys(MIGRATIONS).sort().at(-1) ?? "";
    expect(fixtures).toContain("0001.sql");
    expect(fixtures).toContain(`${newest.slice(0, 4)}.sql`);
  });

  it.each(fixtures)("%s opens with everything: maps, links, roles, what was drawn", async (fixture) => {
    await expectEverything(folderOf(fixture), expectedIn(fixture));
  });

  it.each(Object.keys(MIGRATIONS).slice(1))(
    "0001.sql upgraded first to %s and then to today's loses nothing",
    async (stop) => {
      const folder = folderOf("0001.sql");
      const names = Object.keys(MIGRATIONS);
      const until = names
        .slice(0, names.indexOf(stop) + 1)
        .map((name) => [name, MIGRATIONS[name] ?? []] as const);
      await migrateFolder(folder, Object.fromEntries(until));
      await expectEverything(folder, expectedIn("0001.sql"));
    },
  );

  it.each(fixtures)("%s can be restored as a backup", async (fixture) => {
    const backup = join(folderOf(fixture), "plumbline.sqlite");
    const folder = mkdtempSync(join(scratch, "restored-"));
    const storage = await openSqliteStorage(folder);
    await storage.copies?.prepare(backup, "the backup");
    await storage.copies?.replaceWith(backup);
    await storage.close();
    await expectEverything(folder, expectedIn(fixture));
  });

  it.each(fixtures)("%s is unchanged by a migration that fails halfway", async (fixture) => {
    const folder = folderOf(fixture);
    const before = contentOf(folder);
    const broken = {
      ...MIGRATIONS,
      "9998-broken": [
        "alter table maps add column colour text",
        "delete from links",
        "insert into nowhere (x) values (1)",
      ],
    };
    await expect(migrateFolder(folder, broken)).rejects.toThrow("nowhere");
    expect(contentOf(folder)).toEqual(before);
    const storage = await openSqliteStorage(folder);
    const { id, map } = expectedIn(fixture);
    expect(await storage.access.findMap(id)).toMatchObject({ title: map.title });
    expect(await storage.access.listLinks(id)).toHaveLength(ROLES.length + 1);
    await storage.close();
  });

  it("of a newer version is refused and unchanged", async () => {
    const folder = folderOf("0001.sql");
    await migrateFolder(folder, { ...MIGRATIONS, "9999-from-the-future": ["create table later (x)"] });
    const before = contentOf(folder);
    await expect(openSqliteStorage(folder)).rejects.toThrow(
      "a newer version of Plumbline (migration 9999-from-the-future)",
    );
    expect(contentOf(folder)).toEqual(before);
  });
});
