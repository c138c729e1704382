import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { beforeEach, describe, expect, it } from "vitest";
import { SERVER_AUTHOR } from "../../../server/storage/Author.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/openSqliteStorage.ts";

const isRoot = process.getuid?.() === 0;

describe("the SQLite store's files", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plumbline-files-"));
  });

  it("names the folder that cannot be a folder", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    await expect(openSqliteStorage(join(file, "data"))).rejects.toThrow(
      `The data folder ${join(file, "data")} cannot be written (ENOTDIR).`,
    );
  });

  // The superuser may write everywhere.
  it.skipIf(isRoot)("names the folder that is read-only", async () => {
    await chmod(folder, 0o555);
    await expect(openSqliteStorage(folder)).rejects.toThrow(
      `The data folder ${folder} cannot be written (EACCES).`,
    );
  });

  it("says that a file is damaged, and leaves it as it is", async () => {
    const path = join(folder, "plumbline.sqlite");
    const content = "This is somebody's shopping list. ".repeat(200);
    await writeFile(path, content);
    await expect(openSqliteStorage(folder)).rejects.toThrow(
      /plumbline\.sqlite cannot be used: It is damaged/,
    );
    expect(await readFile(path, "utf8")).toBe(content);
  });

  it("a damaged page is an error, never an empty document", async () => {
    const first = await openSqliteStorage(folder);
    const big = new Uint8Array(200_000).fill(7);
    await first.documents.append("map", [{ update: big, author: SERVER_AUTHOR, at: 1 }]);
    await first.close();
    const path = join(folder, "plumbline.sqlite");
    const content = await readFile(path);
    content.fill(0xff, 4096, content.length);
    await writeFile(path, content);
    await expect(
      openSqliteStorage(folder).then((storage) => storage.documents.load("map")),
    ).rejects.toThrow();
  });

  it("lets one server at a time have a folder, and the next one after it closed", async () => {
    const first = await openSqliteStorage(folder);
    await first.documents.append("map", [{ update: new Uint8Array([1]), author: SERVER_AUTHOR, at: 1 }]);
    const second = openSqliteStorage(folder);
    await first.close();
    const opened = await second;
    expect((await opened.documents.load("map"))?.updates).toEqual([new Uint8Array([1])]);
    await opened.close();
  });

  it("refuses a store of a newer version", async () => {
    await (await openSqliteStorage(folder)).close();
    const database = new Database(join(folder, "plumbline.sqlite"));
    database.exec("insert into migrations (name, at) values ('9999-from-the-future', 1)");
    database.close();
    await expect(openSqliteStorage(folder)).rejects.toThrow("It was written by a newer version of Plumbline");
  });

  it("settles for the disk: write-ahead log, and every commit synced", async () => {
    const storage = await openSqliteStorage(folder);
    await storage.documents.append("map", [{ update: new Uint8Array([1]), author: SERVER_AUTHOR, at: 1 }]);
    const database = new Database(join(folder, "plumbline.sqlite"));
    expect(database.prepare("pragma journal_mode").get()).toMatchObject({ journal_mode: "wal" });
    expect(database.prepare("select count(*) as n from updates").get()).toMatchObject({ n: 1 });
    database.close();
    await storage.close();
  });
});
