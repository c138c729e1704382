import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import * as Y from "yjs";
import { type HistoryJobs, MapHistory } from "../../../server/history/MapHistory.ts";
import { digest, historyEntries, mapFileAt } from "../../../server/jobs/history.ts";
import { JobError } from "../../../server/jobs/MapJobs.ts";
import { mapFile } from "../../../server/jobs/readMap.ts";
import type { LogEntry } from "../../../server/storage/DocStore.ts";
import type { Digest, HistoryStore } from "../../../server/storage/history/HistoryStore.ts";
import { openMemoryStorage } from "../../../server/storage/openMemoryStorage.ts";
import type { Storage } from "../../../server/storage/Storage.ts";
import { StoreError } from "../../../server/storage/StoreError.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/openSqliteStorage.ts";
import { digestLog, type LogRow } from "../../../shared/history/digestLog.ts";
import { entriesOf } from "../../../shared/history/entriesOf.ts";
import { linesOf } from "../../../shared/history/words/linesOf.ts";
import { fuzzSeeds, Random } from "../../support/random.ts";
import { randomLog } from "../../support/randomLog.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { authorNamed } from "../support/authorNamed.ts";

const noEnd = Number.MAX_SAFE_INTEGER;
const nobody = { link: "", name: "", organisation: "" };

/** The same work without the thread. */
const jobsHere: HistoryJobs = {
  digest: async (...args) => digest(...args),
  historyEntries: async (...args) => historyEntries(...args),
  mapFileAt: async (...args) => mapFileAt(...args),
};

function entryOf({ person, at, update }: LogRow): LogEntry {
  return { update, at, author: person === 0 ? nobody : authorNamed(`person ${person}`) };
}

/** A store in which the server is killed at random: before a digest is committed, or when it is and nobody was told. */
function killedAtRandom(store: HistoryStore, random: Random, chance: number): HistoryStore {
  const commitDigest = async (mapId: string, made: Digest) => {
    if (random.chance(chance)) throw new StoreError("killed before the commit");
    await store.commitDigest(mapId, made);
    if (random.chance(chance)) throw new StoreError("killed after the commit");
  };
  return new Proxy(store, {
    get: (target, name: keyof HistoryStore) =>
      name === "commitDigest" ? commitDigest : (target[name] as () => unknown).bind(target),
  });
}

const folder = temporaryFolder();
let folders = 0;
const stores: Readonly<Record<string, () => Promise<Storage>>> = {
  memory: async () => openMemoryStorage(),
  SQLite: async () => openSqliteStorage(join(folder, String(++folders))),
};
const runs = Object.keys(stores).flatMap((store) =>
  fuzzSeeds([11, 12], store === "memory" ? 3 : 1).map((seed) => ({ store, seed })),
);

describe("the history of a map", () => {
  it.each(runs)(
    "loses no moment, entry or checkpoint, whenever its digests are killed ($store, seed $seed)",
    async ({ store: kind, seed }) => {
      const random = new Random(seed);
      const rows = randomLog(random, 120);
      const storage = (await stores[kind]?.()) ?? openMemoryStorage();
      onTestFinished(() => storage.close());
      const store = killedAtRandom(storage.history, random, 0.3);
      let history = new MapHistory(store, jobsHere);
      const kept: { readonly id: string; readonly moment: number }[] = [];
      const name = async (moment: number) => {
        const named = await history.nameCheckpoint("m", "kept", nobody).catch(() => null);
        if (named) kept.push({ id: named.row.id, moment });
      };
      for (const row of rows) {
        await storage.documents.append("m", [entryOf(row)]);
        if (random.chance(0.1)) history = new MapHistory(store, jobsHere);
        if (random.chance(0.2)) await history.digest("m").catch(() => {});
        if (random.chance(0.05)) await name(row.ref);
      }
      while (kept.length < 2) await name(rows.length);
      for (const [index, { ref }] of rows.entries()) {
        const truth = mapFile(rows.slice(0, index + 1).map(({ update }) => update));
        expect(await history.mapFileAt("m", ref)).toEqual({ kind: "map", file: truth });
      }
      const { entries, checkpoints } = await history.readPage("m", noEnd, 200);
      const whole = entriesOf(digestLog({ base: [], rows }).segments);
      expect(entries.map(({ moment, lines }) => [moment, lines])).toEqual(
        whole.map((entry) => [entry.moment, linesOf(entry)]),
      );
      const named = checkpoints.filter(({ kind }) => kind === "named");
      expect(named.map(({ id, ref }) => ({ id, moment: ref })).reverse()).toEqual(kept);
      const stored = await storage.documents.load("m");
      expect(mapFile(stored?.updates ?? [])).toBe(mapFile(rows.map(({ update }) => update)));
    },
  );

  it("gives the same page after page as in one", async () => {
    const random = new Random(5);
    const rows = randomLog(random, 150);
    const storage = openMemoryStorage();
    const history = new MapHistory(storage.history, jobsHere);
    for (const row of rows) {
      await storage.documents.append("m", [entryOf(row)]);
      if (random.chance(0.1)) await history.nameCheckpoint("m", "kept", nobody);
    }
    const whole = await history.readPage("m", noEnd, 200);
    const [entries, checkpoints]: [unknown[], unknown[]] = [[], []];
    for (let before: number | null = noEnd; before !== null; ) {
      const page = await history.readPage("m", before, 3);
      entries.push(...page.entries);
      checkpoints.push(...page.checkpoints);
      before = page.next;
    }
    expect(entries).toEqual(whole.entries);
    expect(checkpoints).toEqual(whole.checkpoints);
    expect(checkpoints.length).toBeGreaterThan(3);
  });

  it("digests what many wait for at once only once, and a long log in pieces", async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    for (let step = 0; step < 6_000; step++) doc.getMap("map").set("title", `Title ${step}`);
    const storage = openMemoryStorage();
    const author = authorNamed("Ann");
    await storage.documents.append(
      "m",
      updates.map((update) => ({ update, author, at: 1 })),
    );
    const sizes: number[] = [];
    const counted: HistoryJobs = {
      ...jobsHere,
      digest: (...args) => {
        sizes.push(args[0].refs.length);
        return jobsHere.digest(...args);
      },
    };
    const history = new MapHistory(storage.history, counted);
    expect(await Promise.all([history.digest("m"), history.digest("m")])).toEqual([6_000, 6_000]);
    expect(sizes).toEqual([2_500, 2_501, 1_001]);
    expect((await storage.documents.load("m"))?.updates).toHaveLength(1);
    expect((await history.readPage("m", noEnd, 10)).entries).toMatchObject([
      { moment: 6_000, lines: [{ parts: ["named the map “Title 5999”"] }] },
    ]);
    const middle = await history.mapFileAt("m", 3_000);
    expect(middle.kind === "map" && JSON.parse(middle.file)).toMatchObject({ title: "Title 2999" });
  });

  it("keeps the log short and the state of the end where the changes cannot be told", async () => {
    const rows = randomLog(new Random(6), 40);
    const storage = openMemoryStorage();
    await storage.documents.append("m", rows.map(entryOf));
    const broken: HistoryJobs = {
      ...jobsHere,
      digest: async (log, tellsChanges) => {
        if (tellsChanges)
          throw new JobError({
            name: "Error",
            message: "The thread has ended.",
            path: undefined,
            line: undefined,
          });
        return digest(log, false);
      },
    };
    const history = new MapHistory(storage.history, broken);
    await history.digest("m");
    expect((await storage.documents.load("m"))?.updates).toHaveLength(1);
    const page = await history.readPage("m", noEnd, 10);
    expect(page.entries).toEqual([]);
    expect(page.checkpoints.map(({ kind, ref }) => [kind, ref])).toEqual([
      ["automatic", rows.length],
      ["start", 1],
    ]);
    expect(await history.mapFileAt("m", 2)).toEqual({ kind: "lost" });
    const file = mapFile(rows.map(({ update }) => update));
    expect(await history.mapFileAt("m", rows.length)).toEqual({ kind: "map", file });
  });

  it("a map that is deleted while it is digested leaves nothing", async () => {
    const storage = openMemoryStorage();
    await storage.documents.append("m", randomLog(new Random(7), 20).map(entryOf));
    const history = new MapHistory(storage.history, jobsHere);
    const digesting = history.digest("m");
    await storage.documents.remove("m");
    await history.remove("m");
    await expect(digesting).rejects.toThrow(StoreError);
    expect(await history.readPage("m", noEnd, 10)).toEqual({
      entries: [],
      checkpoints: [],
      next: null,
      people: [],
    });
  });
});
