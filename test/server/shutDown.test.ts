import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { openMemoryStorage } from "../../server/storage/openMemoryStorage.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { BreakableDocuments } from "./support/BreakableDocuments.ts";
import { RawClient } from "./support/RawClient.ts";
import { Scribe } from "./support/Scribe.ts";
import { stockClient, synced, until } from "./support/stockClient.ts";
import { callWith, makeMap, type TestMap, withServer } from "./support/withServer.ts";

async function started() {
  const server = await ServerProcess.start();
  onTestFinished(() => server.stop());
  return Object.assign(server, { url: server.address, close: async () => [] });
}

const restarting = 1012;

/** Which of the elements that were acknowledged a newcomer does not see. */
async function lost(
  server: { url: string },
  map: TestMap,
  acknowledged: readonly string[],
): Promise<readonly string[]> {
  const reader = stockClient(server, map.id, map.token.viewer);
  await synced(reader);
  const saved = reader.doc.getMap("elements");
  return acknowledged.filter((name) => !saved.has(name));
}

/** A store that is locked holds a server for half a minute. */
const longestTestMs = 90_000;

describe("a server that goes down", { timeout: longestTestMs }, () => {
  it("under load ends with 0, sends everybody away to come back, and has every change that it acknowledged", async () => {
    const server = await started();
    const maps = [await makeMap(server), await makeMap(server)];
    const scribes = await Promise.all(
      maps.flatMap((map) =>
        ["a", "b", "c", "d"].map((name) => Scribe.start(server, map.id, map.token.editor, name)),
      ),
    );
    await until(() => scribes.every(({ acknowledged }) => acknowledged.length > 20));
    server.signal("SIGTERM");
    expect(await server.ended()).toBe(0);
    await until(() => scribes.every(({ closeCode }) => closeCode !== null));
    expect(scribes.map(({ closeCode }) => closeCode)).toEqual(scribes.map(() => restarting));
    await server.restart();
    for (const [index, map] of maps.entries()) {
      const acknowledged = scribes.slice(index * 4, index * 4 + 4).flatMap((scribe) => scribe.acknowledged);
      expect(await lost(server, map, acknowledged)).toEqual([]);
    }
  });

  it("says first that it is not ready, refuses calls with 503 and sockets with 1012, and waits for its store", async () => {
    const documents = new BreakableDocuments();
    const server = await withServer({ storage: { ...openMemoryStorage(), documents } });
    const map = await makeMap(server);
    const scribe = await Scribe.start(server, map.id, map.token.editor, "a");
    await until(() => scribe.acknowledged.length > 0);
    documents.canAppend = false;
    await until(() => documents.refusals > 0);
    const closing = server.close();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    const call = await callWith(server, map.token.viewer, `/api/maps/${map.id}`);
    expect([call.status, call.headers.get("retry-after")]).toEqual([503, "5"]);
    const late = new RawClient(server, map.id, ["plumbline", `plumbline.token.${map.token.editor}`]);
    await until(() => late.closeCode !== null);
    expect([late.closeCode, late.heard.length, scribe.closeCode]).toEqual([restarting, 0, restarting]);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain("plumbline_ready 0");
    documents.canAppend = true;
    expect(await closing).toEqual([]);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it("lets a call end that runs already", async () => {
    const documents = new BreakableDocuments();
    const server = await withServer({ storage: { ...openMemoryStorage(), documents } });
    const map = await makeMap(server, { title: "Slow to load" });
    let letGo = () => {};
    documents.gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const loads = documents.loads;
    const call = callWith(server, map.token.viewer, `/api/maps/${map.id}`);
    await until(() => documents.loads > loads);
    const closing = server.close();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    letGo();
    const answer = await call;
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { title: string }).title).toBe("Slow to load");
    expect(await closing).toEqual([]);
  });

  it("names what could not be saved and ends with 1 within its limit; told twice, it ends at once", async () => {
    const server = await started();
    for (const signals of [1, 2]) {
      const map = await makeMap(server);
      const scribe = await Scribe.start(server, map.id, map.token.editor, "a");
      await until(() => scribe.acknowledged.length > 0);
      const store = new Database(join(server.dataDir, "plumbline.sqlite"), { timeout: 5_000 });
      store.exec("begin immediate");
      await until(() => server.output.includes("cannot take changes") || signals === 2);
      server.signal("SIGTERM");
      await until(() => scribe.closeCode === restarting);
      if (signals === 2) server.signal("SIGTERM");
      // Killed hard, by itself.
      expect(await server.ended()).toBe(signals === 1 ? 1 : null);
      if (signals === 1) expect(server.output).toContain(`These documents could not be saved: ${map.id}\n`);
      else expect(server.output).toContain("told to end at once");
      store.exec("rollback");
      store.close();
      await server.restart();
      expect(await lost(server, map, scribe.acknowledged)).toEqual([]);
    }
  });
});
