import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../../server/startServer.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { elementIds, makeMap } from "./mapCalls.ts";
import { Person } from "./Person.ts";
import { waitFor } from "./waitFor.ts";

const folder = temporaryFolder();

/** The threads that are started from now on. */
function startedThreads(): readonly Worker[] {
  const threads: Worker[] = [];
  const note = (worker: Worker) => void threads.push(worker);
  process.on("worker", note);
  onTestFinished(() => void process.off("worker", note));
  return threads;
}

test("when the storage thread dies, another takes its place, and nothing counts as saved meanwhile that is not", async () => {
  const threads = startedThreads();
  const server = await startServer({ port: 0, dataFolder: folder, logLevel: "silent", host: "127.0.0.1" });
  onTestFinished(async () => void (await server.close()));
  const map = await makeMap(server.url);
  const [ann, bob] = ["ann", "bob"].map((name) => new Person(name, map, server.url));
  if (!ann || !bob) throw new Error("Two people");
  await waitFor("both have the map", () => ann.isSaved && bob.isSaved);
  const [storage] = threads;
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 10; count++) ann.draw();
    if (round === 0) await storage?.terminate();
    await waitFor("everything is saved", () => ann.isSaved);
  }
  expect(ann.acknowledged).toHaveLength(30);
  const stored = await elementIds(server.url, map);
  expect(ann.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  await waitFor("the other sees it", () => ann.acknowledged.every((id) => bob.has(id)));
  ann.leave();
  bob.leave();
  expect(await server.close()).toEqual([]);
  const again = await startServer({ port: 0, dataFolder: folder, logLevel: "silent", host: "127.0.0.1" });
  onTestFinished(async () => void (await again.close()));
  const kept = await elementIds(again.url, map);
  expect(ann.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});
