import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { runCommand, startCommand } from "../../support/runCommand.ts";
import { ServerProcess } from "../../support/serverProcess.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { Scribe } from "../support/Scribe.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { callWith, makeMap } from "../support/withServer.ts";

const scratch = temporaryFolder();
const fresh = (name: string) => mkdtempSync(join(scratch, `${name}-`));

async function started(dataDir = fresh("data")) {
  const server = await ServerProcess.start({ dataDir });
  onTestFinished(() => server.stop());
  return Object.assign(server, { url: server.address, close: async () => [] });
}

async function elementsOf(server: { url: string }, id: string, token: string): Promise<ReadonlySet<string>> {
  const client = stockClient(server, id, token);
  await synced(client);
  return new Set(client.doc.getMap("elements").keys());
}

const missing = (all: ReadonlySet<string>, wanted: readonly string[]) =>
  wanted.filter((one) => !all.has(one));

/** Each test runs many processes, one after the other. */
const longestTestMs = 90_000;

describe("plumbline backup and restore", { timeout: longestTestMs }, () => {
  it("a backup under load holds every change that was acknowledged before it began", async () => {
    const server = await started();
    const map = await makeMap(server);
    const scribes = await Promise.all(
      ["a", "b", "c"].map((name) => Scribe.start(server, map.id, map.token.editor, name)),
    );
    await until(() => scribes.every(({ acknowledged }) => acknowledged.length > 100));
    const before = scribes.flatMap(({ acknowledged }) => acknowledged);
    const file = join(fresh("out"), "board.backup");
    const { code, out } = await runCommand(["backup", file, "--data", server.dataDir]);
    expect(code).toBe(0);
    expect(out).toMatch(/board\.backup: [\d.]+ [kM]B, complete and checked\.\n$/);
    expect(statSync(file).mode & 0o077).toBe(0);
    const during = scribes.flatMap(({ acknowledged }) => acknowledged);
    expect(during.length).toBeGreaterThan(before.length);
    for (const scribe of scribes) {
      expect(scribe.closeCode).toBeNull();
      scribe.stop();
    }

    const elsewhere = fresh("restored");
    expect((await runCommand(["restore", file], { DATA_DIR: elsewhere })).code).toBe(0);
    const second = await started(elsewhere);
    expect(missing(await elementsOf(second, map.id, map.token.viewer), before)).toEqual([]);
    expect(readdirSync(server.dataDir).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("replaces a file only when told to, and says where it cannot write", async () => {
    const server = await started();
    const file = join(fresh("out"), "one.backup");
    writeFileSync(file, "mine");
    const refused = await runCommand(["backup", file, "--data", server.dataDir]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.error).toContain(`${file} is there already`);
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await runCommand(["backup", file, "--force", "--data", server.dataDir])).code).toBe(0);
    expect(readFileSync(file).subarray(0, 15).toString()).toBe("SQLite format 3");
    const nowhere = join(file, "below", "two.backup");
    expect((await runCommand(["backup", nowhere, "--data", server.dataDir])).error).toContain(nowhere);
  });

  it("backs up a folder whose server was killed, with what only the write-ahead log holds", async () => {
    const server = await started();
    const map = await makeMap(server);
    const scribe = await Scribe.start(server, map.id, map.token.editor, "a");
    await until(() => scribe.acknowledged.length > 50);
    await server.kill();
    const { acknowledged } = scribe;
    const file = join(fresh("out"), "killed.backup");
    expect((await runCommand(["backup", file, "--data", server.dataDir])).code).toBe(0);
    const elsewhere = fresh("restored");
    expect((await runCommand(["restore", file, "--data", elsewhere])).code).toBe(0);
    const second = await started(elsewhere);
    expect(missing(await elementsOf(second, map.id, map.token.viewer), acknowledged)).toEqual([]);
  });

  it("restores while people work: they come back by themselves, and what was there before is kept", async () => {
    const server = await started();
    const map = await makeMap(server, { title: "As it was" });
    const file = join(fresh("out"), "morning.backup");
    expect((await runCommand(["backup", file, "--data", server.dataDir])).code).toBe(0);
    const later = await makeMap(server, { title: "Made after the backup" });
    const link = await revokedLink(server, map);
    const person = stockClient(server, map.id, map.token.editor);
    await synced(person);
    person.doc.getMap("elements").set("kept-by-a-tab", person.doc.getMap("x").clone());

    const { code, out, error } = await runCommand(["restore", file, "--data", server.dataDir]);
    expect({ code, error: error.split("\n").length > 2 }).toEqual({ code: 0, error: true });
    const [, aside = ""] = /kept: (\S+)/.exec(out) ?? [];
    expect(existsSync(join(server.dataDir, aside))).toBe(true);
    expect((await callWith(server, later.token.owner, `/api/maps/${later.id}`)).status).toBe(404);
    // What a tab held that the backup lacks is merged into the map again.
    await until(() => person.provider.synced);
    const other = stockClient(server, map.id, map.token.viewer);
    await until(() => other.doc.getMap("elements").has("kept-by-a-tab"));
    // Whoever was shut out since stays out.
    expect((await callWith(server, link, `/api/maps/${map.id}`)).status).toBe(404);

    const back = await runCommand(["restore", join(server.dataDir, aside), "--data", server.dataDir]);
    expect(back.code).toBe(0);
    expect((await callWith(server, later.token.owner, `/api/maps/${later.id}`)).status).toBe(200);
  });

  it.each([
    ["with a server", true],
    ["without one", false],
  ])("refuses what is no sound backup and changes nothing, %s", async (_, runs) => {
    const server = await started();
    const map = await makeMap(server, { title: "Untouched" });
    const folder = fresh("out");
    const whole = join(folder, "whole.backup");
    expect((await runCommand(["backup", whole, "--data", server.dataDir])).code).toBe(0);
    if (!runs) await server.kill();
    for (const [file, reason] of badBackups(folder, whole)) {
      const { code, error } = await runCommand(["restore", file, "--data", server.dataDir]);
      expect({ file, code }).toEqual({ file, code: 2 });
      expect(error).toContain(file);
      expect(error).toContain(reason);
    }
    expect(readdirSync(server.dataDir).filter((name) => /before-restore|unfinished/.test(name))).toEqual([]);
    if (!runs) await server.restart();
    expect((await callWith(server, map.token.owner, `/api/maps/${map.id}`)).status).toBe(200);
  });

  it("a restore that is killed at any step leaves a store that opens, old or new", async () => {
    const dataDir = fresh("data");
    const server = await started(dataDir);
    const map = await makeMap(server, { template: "cambridgeshire-unitingcare-2015" });
    const file = join(fresh("out"), "whole.backup");
    expect((await runCommand(["backup", file, "--data", dataDir])).code).toBe(0);
    await server.kill();
    for (const step of ["Checking", "Keeping", "Putting"]) {
      const restoring = startCommand(["restore", file, "--data", dataDir]);
      await until(() => restoring.errorSoFar.includes(step));
      restoring.kill("SIGKILL");
      await restoring.ended;
      await server.restart();
      expect((await callWith(server, map.token.owner, `/api/maps/${map.id}`)).status).toBe(200);
      expect(readdirSync(dataDir).filter((name) => name.includes("unfinished"))).toEqual([]);
      await server.kill();
    }
  });

  it("restores over a store that cannot be read any more, and keeps that as it is", async () => {
    const server = await started();
    const map = await makeMap(server);
    const file = join(fresh("out"), "whole.backup");
    expect((await runCommand(["backup", file, "--data", server.dataDir])).code).toBe(0);
    await server.kill();
    for (const name of ["plumbline.sqlite", "plumbline.sqlite-wal"]) {
      writeFileSync(join(server.dataDir, name), "not a database any more ".repeat(500));
    }
    const { code, out } = await runCommand(["restore", file, "--data", server.dataDir]);
    expect(code).toBe(0);
    const [, aside = ""] = /kept: (\S+)/.exec(out) ?? [];
    expect(readFileSync(join(server.dataDir, aside), "utf8")).toContain("not a database any more");
    await server.restart();
    expect((await callWith(server, map.token.owner, `/api/maps/${map.id}`)).status).toBe(200);
  });
});

async function revokedLink(
  server: Parameters<typeof callWith>[0],
  map: { id: string; token: { owner: string; commenter: string } },
): Promise<string> {
  const links = await callWith(server, map.token.owner, `/api/maps/${map.id}/links`);
  const listed = (await links.json()) as { links: { id: string; role: string }[] };
  const { id } = listed.links.find(({ role }) => role === "commenter") ?? { id: "" };
  await callWith(server, map.token.owner, `/api/maps/${map.id}/links/${id}`, { method: "DELETE" });
  return map.token.commenter;
}

function badBackups(folder: string, whole: string): readonly (readonly [file: string, reason: string])[] {
  const content = readFileSync(whole);
  const write = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const flipped = Buffer.from(content);
  flipped.fill(0xff, 8192, 8192 + 2048);
  const newer = write("newer.backup", content);
  const database = new Database(newer);
  database.exec("insert into migrations (name, at) values ('9999-from-the-future', 1)");
  database.close();
  const index = write("index.backup", content);
  const tampered = new Database(index);
  // Every page can be read, and yet a search by this index finds what is not there.
  tampered.exec(`pragma writable_schema = on; update sqlite_master set rootpage =
    (select rootpage from sqlite_master where name = 'security_events_by_age') where name = 'links_of_map'`);
  tampered.close();
  const other = join(folder, "other.backup");
  const foreign = new Database(other);
  foreign.exec("create table shopping (item text)");
  foreign.close();
  return [
    [write("text.backup", "A shopping list. ".repeat(500)), "damaged, or no store"],
    [write("cut.backup", content.subarray(0, content.length - 5000)), "damaged"],
    [write("flipped.backup", flipped), "damaged"],
    [write("empty.backup", ""), "is empty"],
    [index, "damaged"],
    [newer, "newer version"],
    [other, "is no store of Plumbline"],
    [join(folder, "none.backup"), "it does not exist"],
  ];
}
