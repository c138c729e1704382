import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { moveStore } from "../../server/storage/postgres/moveStore.ts";
import { openPostgresStorage } from "../../server/storage/postgres/openPostgresStorage.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import { openSqliteStorage } from "../../server/storage/sqlite/openSqliteStorage.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { Scribe } from "../server/support/Scribe.ts";
import { until } from "../server/support/stockClient.ts";
import { callWith, makeMap, withServer } from "../server/support/withServer.ts";
import { runCommand } from "../support/runCommand.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { freshDatabase, inDatabase } from "./support/services.ts";

const stores = fileURLToPath(new URL("../fixtures/stores/", import.meta.url));
const scratch = temporaryFolder();
const fresh = (name: string) => mkdtempSync(join(scratch, `${name}-`));
const LONGEST_TEST_MS = 90_000;

async function emptyDatabase(): Promise<string> {
  const { url, remove } = await freshDatabase();
  onTestFinished(remove);
  return url;
}

const move = (folder: string, url: string) => runCommand(["move", "--data", folder], { DATABASE_URL: url });

async function openedPostgres(url: string): Promise<Storage> {
  const storage = await openPostgresStorage(url, () => undefined);
  onTestFinished(() => storage.close());
  return storage;
}

/** Everything that can be asked of a store. */
async function contentOf({ access, documents, history, security }: Storage) {
  const query = { search: "", order: "title", isDescending: false, offset: 0, count: 1_000 } as const;
  const { total, maps } = await access.listMaps(query);
  const all = [];
  for (const listed of maps) {
    const links = await access.listLinks(listed.id);
    const document = await documents.load(listed.id);
    const page = await history.readPage(listed.id, Number.MAX_SAFE_INTEGER, 1_000);
    const moments = page.segments.map(({ lastRef }) => lastRef);
    all.push({
      listed,
      links,
      found: await Promise.all(links.map(({ tokenHash }) => access.findLinkByHash(tokenHash))),
      removed: await access.listRemoved(listed.id),
      document,
      talk: await documents.load(`${listed.id}/talk`),
      page: { ...page, segments: page.segments.toSorted((a, b) => a.lastRef - b.lastRef) },
      moments: await Promise.all(moments.map((moment) => history.readMoment(listed.id, moment))),
      newest: await documents.newestRefs([listed.id, `${listed.id}/talk`]),
      log: await history.readLog(listed.id, 1_000_000),
    });
  }
  return { total, all, security: await security.list({ count: 10_000 }) };
}

/** A data folder as a server leaves it: drawn on, with history, a name, links of which one was withdrawn, and somebody sent away. */
async function filledFolder(): Promise<{ folder: string; mapIds: readonly string[] }> {
  const folder = fresh("data");
  const server = await withServer({ dataFolder: folder });
  const maps = [await makeMap(server, { template: "sub-contracting" }), await makeMap(server)];
  for (const { id, token } of maps) {
    const scribes = await Promise.all(["a", "b"].map((name) => Scribe.start(server, id, token.editor, name)));
    await until(() => scribes.every(({ acknowledged }) => acknowledged.length > 50));
    for (const scribe of scribes) scribe.stop();
    const named = await callWith(server, token.owner, `/api/maps/${id}/checkpoints`, {
      method: "POST",
      body: JSON.stringify({ name: "Before the board" }),
    });
    expect(named.status).toBe(201);
    const board = JSON.stringify({ role: "viewer", label: "Board" });
    await callWith(server, token.owner, `/api/maps/${id}/links`, { method: "POST", body: board });
  }
  await server.close();
  const storage = await openSqliteStorage(folder);
  const [first = ""] = maps.map(({ id }) => id);
  const links = await storage.access.listLinks(first);
  const withdrawn = links.find(({ label }) => label === "Board");
  expect(await storage.access.revokeLink(first, withdrawn?.id ?? "", 5)).toBe(true);
  await storage.access.addRemoved({
    id: "r1",
    mapId: first,
    browserHash: "hash",
    name: "Zoë \0 🐢 'x' \\",
    removedAt: 7,
  });
  await storage.documents.append(`${first}/talk`, [
    { update: new Uint8Array([0, 255, 39, 92]), author: authorNamed("Ben"), at: 9 },
    { update: new Uint8Array(), author: authorNamed("Cat"), at: 10 },
  ]);
  await storage.close();
  return { folder, mapIds: maps.map(({ id }) => id) };
}

async function sqliteContent(folder: string) {
  const storage = await openSqliteStorage(folder);
  try {
    return await contentOf(storage);
  } finally {
    await storage.close();
  }
}

const filesOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sqlite"))
    .map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]);

describe("plumbline move", { timeout: LONGEST_TEST_MS }, () => {
  it("brings everything over, says what, and leaves the store as it was", async () => {
    const { folder, mapIds } = await filledFolder();
    const before = await sqliteContent(folder);
    const files = filesOf(folder);
    const url = await emptyDatabase();
    const { code, out, error } = await move(folder, url);
    expect({ code, error: error.replaceAll(/^.* …\n/gm, "") }).toEqual({ code: 0, error: "" });
    expect(error).toContain("Moving it …");
    expect(error).toContain("Comparing …");
    expect(out).toMatch(/^maps: 2, the same in both$/m);
    expect(filesOf(folder)).toEqual(files);

    const storage = await openedPostgres(url);
    const after = await contentOf(storage);
    const [first] = before.all;
    expect(first?.page.checkpoints.some(({ name }) => name === "Before the board")).toBe(true);
    expect(before.security.length).toBeGreaterThan(0);
    // Bytes that the two count differently: what a row takes beside its data.
    const comparable = ({ total, all, security }: typeof before) => ({
      total,
      security,
      all: all.map(({ listed: { bytes: _bytes, ...listed }, ...rest }) => ({ listed, ...rest })),
    });
    const expected = comparable(before);
    for (const { removed } of expected.all)
      for (const [index, one] of removed.entries())
        Object.assign(removed, { [index]: { ...one, name: one.name.replace("\0", "\uFFFD") } });
    expect(comparable(after)).toEqual(expected);

    // And it goes on from there, as it would have gone on.
    const [id = ""] = mapIds;
    const more = [
      { update: new Uint8Array([1]), author: authorNamed("Ada"), at: 11 },
      { update: new Uint8Array([2]), author: authorNamed("Somebody new"), at: 12 },
    ];
    const there = await storage.documents.append(id, more);
    await storage.security.add([{ ...(before.security[0] as (typeof before.security)[0]), at: 99 }], 1_000);
    expect((await storage.security.list({ count: 1 }))[0]?.at).toBe(99);
    const here = await openSqliteStorage(folder);
    expect(there).toEqual(await here.documents.append(id, more));
    const namesOf = async ({ history }: Storage) =>
      (await history.readPage(id, Number.MAX_SAFE_INTEGER, 1_000)).people;
    expect(await namesOf(storage)).toEqual(await namesOf(here));
    await here.close();
  });

  it.each(readdirSync(stores).filter((name) => name.endsWith(".sql")))(
    "brings over what an earlier version left: %s",
    async (fixture) => {
      const folder = fresh("old");
      const database = new Database(join(folder, "plumbline.sqlite"));
      database.exec(
        `pragma foreign_keys = off; begin; ${readFileSync(join(stores, fixture), "utf8")} commit`,
      );
      database.close();
      const files = filesOf(folder);
      const url = await emptyDatabase();
      expect(await move(folder, url)).toMatchObject({ code: 0 });
      expect(filesOf(folder)).toEqual(files);
      const moved = await contentOf(await openedPostgres(url));
      const kept = await sqliteContent(folder);
      expect(moved.all.map(({ document, links }) => ({ document, links }))).toEqual(
        kept.all.map(({ document, links }) => ({ document, links })),
      );
      expect(moved.total).toBe(1);
    },
  );

  it("refuses a database that holds something, and changes nothing there", async () => {
    const { folder, mapIds } = await filledFolder();
    const url = await emptyDatabase();
    expect(await move(folder, url)).toMatchObject({ code: 0 });
    const storage = await openedPostgres(url);
    await storage.access.setTitle(mapIds[0] ?? "", "Changed since");
    const again = await move(folder, url);
    expect(again).toMatchObject({ code: 2, out: "" });
    expect(again.error).toContain("The database is not empty");
    expect((await storage.access.findMap(mapIds[0] ?? ""))?.title).toBe("Changed since");

    const foreign = await emptyDatabase();
    const schema = /search_path%3D(\w+)|search_path=(\w+)/.exec(foreign)?.slice(1).find(Boolean);
    await inDatabase(`create table ${schema}.invoices (id int)`);
    const refused = await move(folder, foreign);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.error).toContain("invoices");
  });

  it("takes a database on which a server has begun and nobody has drawn", async () => {
    const { folder } = await filledFolder();
    const url = await emptyDatabase();
    const storage = await openedPostgres(url);
    expect(await move(folder, url)).toMatchObject({ code: 0 });
    expect((await contentOf(storage)).total).toBe(2);
  });

  it("moves all or nothing", async () => {
    const { folder } = await filledFolder();
    const url = await emptyDatabase();
    const stopped = moveStore(join(folder, "plumbline.sqlite"), url, (step) => {
      if (step === "compare") throw new Error("The machine is switched off");
    });
    await expect(stopped).rejects.toThrow("Nothing was moved: The machine is switched off.");
    expect(await contentOf(await openedPostgres(url))).toEqual({ total: 0, all: [], security: [] });
    expect(await move(folder, url)).toMatchObject({ code: 0 });
  });

  it("says that a server runs, and that there is no store", async () => {
    const server = await ServerProcess.start({ dataDir: fresh("running") });
    onTestFinished(() => server.stop());
    const url = await emptyDatabase();
    const running = await move(server.dataDir, url);
    expect(running).toMatchObject({ code: 2, out: "" });
    expect(running.error).toContain("Stop it first");
    expect((await move(join(scratch, "nowhere"), url)).error).toContain("There is no store in");
    expect(readdirSync(server.dataDir).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("never prints the password, whatever goes wrong", async () => {
    const { folder } = await filledFolder();
    const secret = `p-${randomUUID()}`;
    const at = (rest: string) => `postgres://plumbline:${secret}@${rest}`;
    const outcomes = [
      await move(folder, at("127.0.0.1:1/plumbline")),
      await move(folder, at("127.0.0.1:not-a-port/plumbline")),
      await move(folder, `mysql://plumbline:${secret}@127.0.0.1/plumbline`),
      await move(folder, at("127.0.0.1/no_such_database?sslmode=nonsense")),
      await runCommand(["move", at("127.0.0.1:1/plumbline"), "--data", folder]),
      await runCommand(["move", "--to", at("127.0.0.1:1/plumbline"), "--data", folder]),
    ];
    for (const { code, out, error } of outcomes) {
      expect(code).toBe(2);
      expect(error).toContain("plumbline move: ");
      expect(out + error).not.toContain(secret);
    }
  });
});
