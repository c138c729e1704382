import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import * as Y from "yjs";
import { deletedAt } from "../../../server/retention/deletedAt.ts";
import { Retention } from "../../../server/retention/Retention.ts";
import { makeParts, type ServerParts } from "../../../server/ServerParts.ts";
import { readSettings } from "../../../server/settings.ts";
import { SERVER_AUTHOR } from "../../../server/storage/Author.ts";
import { openMemoryStorage } from "../../../server/storage/openMemoryStorage.ts";
import { runCommand } from "../../support/runCommand.ts";
import { ServerProcess } from "../../support/serverProcess.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap } from "../support/withServer.ts";

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number) => () => Date.now() + days * dayMs;

async function partsWith(retentionDays: number | null): Promise<{ parts: ServerParts; url: string }> {
  const settings = { ...readSettings({}), dataFolder: null, logLevel: "silent", retentionDays };
  const parts = makeParts({ settings, storage: openMemoryStorage(), emptyRoomMs: 1 });
  const server = createServer().on("upgrade", (...asked) => void parts.live.upgrade(...asked));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    await parts.rooms.close(0);
    parts.live.close();
    parts.access.close();
    await parts.security.close();
    server.closeAllConnections();
    server.close();
  });
  return { parts, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function map(parts: ServerParts, id: string): Promise<string> {
  const update = Y.encodeStateAsUpdate(new Y.Doc());
  const entry = { update, author: SERVER_AUTHOR, at: Date.now() };
  await parts.storage.documents.append(id, [entry]);
  await parts.storage.documents.append(`${id}/talk`, [entry]);
  return (await parts.access.createMap(id, id, null)).editor;
}

const left = async ({ storage }: ServerParts, id: string) => ({
  map: (await storage.access.findMap(id)) !== null,
  links: (await storage.access.listLinks(id)).length,
  documents: [await storage.documents.load(id), await storage.documents.load(`${id}/talk`)].map(
    (stored) => stored !== null,
  ),
});

/** One of them runs several processes. */
const longestTestMs = 90_000;

describe("retention", { timeout: longestTestMs }, () => {
  it("deletes what nobody has opened for so long, with everything of it, and nothing else", async () => {
    const { parts } = await partsWith(30);
    await map(parts, "untouched");
    const token = await map(parts, "opened");
    await new Retention(parts, inDays(29.9)).run();
    expect((await left(parts, "untouched")).map).toBe(true);

    const { link } = (await parts.access.identify("opened", { token, tokenByLink: new Map() })) as {
      link: { id: string };
    };
    await parts.storage.access.touchLink(link.id, Date.now() + 10 * dayMs);
    await new Retention(parts, inDays(31)).run();
    expect(await left(parts, "untouched")).toEqual({ map: false, links: 0, documents: [false, false] });
    expect(await left(parts, "opened")).toEqual({ map: true, links: 4, documents: [true, true] });
    expect(await parts.metrics.registry.metrics()).toContain(
      'plumbline_deleted_maps_total{by="retention"} 1',
    );
  });

  it("never deletes a map that is open, and counts from when it was left", async () => {
    const { parts, url } = await partsWith(1);
    const token = await map(parts, "open");
    const client = await RawClient.join({ url }, "open", token);
    await new Retention(parts, inDays(400)).run();
    expect((await left(parts, "open")).map).toBe(true);
    expect(client.closeCode).toBeNull();
    client.socket.close();
    await until(() => parts.live.connections.size === 0);
    await new Retention(parts, inDays(400)).run();
    expect((await left(parts, "open")).map).toBe(false);
  });

  it("keeps everything for ever unless it is told otherwise", async () => {
    const { parts } = await partsWith(null);
    await map(parts, "old");
    await new Retention(parts, inDays(40_000)).run();
    expect((await left(parts, "old")).map).toBe(true);
    expect(deletedAt({ createdAt: 0, lastUsedAt: null }, null)).toBeNull();
  });

  it("runs when the server starts; plumbline maps says beforehand what it would delete, with a server and without", async () => {
    const server = await ServerProcess.start();
    onTestFinished(() => server.stop());
    const running = Object.assign(server, { url: server.address, close: async () => [] });
    const [old, young] = [
      await makeMap(running, { title: "Old\u001b[31m" }),
      await makeMap(running, { title: "Young" }),
    ];
    const listed = await runCommand(["maps", "--data", server.dataDir]);
    expect(listed.out).toContain(old.id);
    expect(listed.out).toContain("2 maps");
    expect(listed.out).toContain("kept for ever");
    expect(listed.out).not.toContain("\u001b");
    await server.kill();
    const store = new Database(join(server.dataDir, "plumbline.sqlite"));
    store.exec(`update maps set created_at = 86400000 where id = '${old.id}'`);
    store.close();
    const environment = { DATA_DIR: server.dataDir, RETENTION_DAYS: "30" };
    const dry = JSON.parse((await runCommand(["maps", "--format", "json"], environment)).out) as {
      retentionDays: number;
      maps: { id: string; deleted: string; bytes: number }[];
    };
    expect(dry.retentionDays).toBe(30);
    expect(dry.maps.map(({ id }) => id).sort()).toEqual([old.id, young.id].sort());
    expect(dry.maps.find(({ id }) => id === old.id)?.deleted).toBe("1970-02-01T00:00:00.000Z");
    expect(dry.maps.every(({ bytes }) => bytes > 0)).toBe(true);

    const second = await ServerProcess.start({ dataDir: server.dataDir, environment });
    onTestFinished(() => second.stop());
    const again = Object.assign(second, { url: second.address, close: async () => [] });
    await until(() => second.output.includes("Looked for maps that nobody opens."));
    expect((await callWith(again, old.token.owner, `/api/maps/${old.id}`)).status).toBe(404);
    expect((await callWith(again, young.token.owner, `/api/maps/${young.id}`)).status).toBe(200);
  });
});
