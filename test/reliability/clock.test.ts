import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { startServer } from "../../server/startServer.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { elementIds, makeMap } from "./mapCalls.ts";
import { Person } from "./Person.ts";
import { waitFor } from "./waitFor.ts";

const dayMs = 24 * 60 * 60 * 1000;
const folder = temporaryFolder();

afterEach(() => {
  vi.useRealTimers();
});

test("a clock that is put back a day, and a day forward again, loses nothing", async () => {
  const start = () => startServer({ port: 0, dataFolder: folder, logLevel: "silent", host: "127.0.0.1" });
  const server = await start();
  const map = await makeMap(server.url);
  const ann = new Person("ann", map, server.url);
  onTestFinished(() => ann.leave());
  const now = Date.now();
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const at of [now, now - dayMs, now + dayMs]) {
    vi.setSystemTime(at);
    for (let count = 0; count < 5; count++) ann.draw();
    await waitFor("everything is saved", () => ann.isSaved);
  }
  expect(await server.close()).toEqual([]);
  const again = await start();
  onTestFinished(async () => void (await again.close()));
  expect([...(await elementIds(again.url, map))].sort()).toEqual([...ann.acknowledged].sort());
  expect(ann.acknowledged).toHaveLength(15);
});
