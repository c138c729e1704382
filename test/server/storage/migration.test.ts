import { join } from "node:path";
import Database from "libsql";
import { expect, it } from "vitest";
import { unpackLog } from "../../../server/storage/history/PackedLog.ts";
import { MIGRATIONS } from "../../../server/storage/sqlite/migrations.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/openSqliteStorage.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const folder = temporaryFolder();

/** A store as the version wrote it whose newest migration was this one. */
function storeOf(newest: string): string {
  const database = new Database(join(folder, "plumbline.sqlite"));
  database.exec("create table migrations (name text primary key, at integer not null) strict");
  for (const [name, statements] of Object.entries(MIGRATIONS)) {
    for (const statement of statements) database.exec(statement);
    database.prepare("insert into migrations (name, at) values (?, 1)").run(name);
    if (name === newest) break;
  }
  database.exec(`
    insert into documents (id, last_ref) values ('map', 9), ('map/talk', 1), ('other', 1);
    insert into updates (doc_id, ref, author, at, data) values
      ('map', 7, '', 70, x'01'), ('map', 8, 'link-1', 80, x'02'), ('map', 9, 'link-2', 90, x'03'),
      ('map/talk', 1, 'link-1', 95, x'04'), ('other', 1, 'link-1', 96, x'05')`);
  database.close();
  return folder;
}

it("documents whose rows know no more than a link keep it, one person a link and map", async () => {
  const storage = await openSqliteStorage(storeOf("0001-documents-and-access"));
  expect(await storage.documents.load("map")).toEqual({
    updates: [new Uint8Array([1]), new Uint8Array([2]), new Uint8Array([3])],
    refs: [7, 8, 9],
    digested: { ref: 0, nextAt: 70 },
  });
  expect((await storage.documents.load("map/talk"))?.updates).toEqual([new Uint8Array([4])]);
  const { log, people } = await storage.history.readPage("map", Number.MAX_SAFE_INTEGER, 10);
  const nameless = (link: string, id: number | undefined) => ({ id, link, name: "", organisation: "" });
  const rows = log ? unpackLog(log).rows : [];
  expect(people).toEqual([nameless("link-1", rows[1]?.person), nameless("link-2", rows[2]?.person)]);
  expect(rows.map(({ ref, at, person }) => [ref, at, person === 0])).toEqual([
    [7, 70, true],
    [8, 80, false],
    [9, 90, false],
  ]);
  const author = { link: "link-1", name: "", organisation: "" };
  await storage.documents.append("map", [{ update: new Uint8Array([6]), author, at: 97 }]);
  const later = await storage.history.readPage("map", Number.MAX_SAFE_INTEGER, 10);
  expect(later.log?.people[3]).toBe(rows[1]?.person);
  await storage.close();
});
