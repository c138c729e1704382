import { expect, test } from "vitest";
import * as Y from "yjs";
import { migrateStored } from "../../../server/room/migrateStored.ts";
import { Rooms } from "../../../server/room/Rooms.ts";
import { SERVER_AUTHOR } from "../../../server/storage/Author.ts";
import { MemoryDocStore } from "../../../server/storage/MemoryDocStore.ts";
import { rootOf, SCHEMA } from "../../../shared/document/layout.ts";
import type { Migration } from "../../../shared/document/migrate.ts";
import { schemaOf } from "../../../shared/document/migrate.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot } from "../../../shared/document/snapshot.ts";
import { digestLog } from "../../../shared/history/digestLog.ts";
import { readMapObject } from "../../../shared/model/readMapFile.ts";
import { authorNamed } from "../support/authorNamed.ts";

const events = {
  updatesReceived() {},
  updateDropped() {},
  committed() {},
  commitFailed() {},
  compactionFailed() {},
  broke() {},
  presenceReceived() {},
  loaded() {},
  slowReader() {},
};

const renaming: Migration = {
  from: 1,
  migrate: (doc) => rootOf(doc, "map").set("title", `${String(rootOf(doc, "map").get("title"))}, migrated`),
};

async function storedMap() {
  const documents = new MemoryDocStore();
  const doc = new Y.Doc();
  seedDocument(
    doc,
    readMapObject({
      format: "system-map",
      version: 1,
      title: "T",
      regime: "england-2012",
      elements: [],
      relations: [],
    }),
  );
  await documents.append("m", [{ update: Y.encodeStateAsUpdate(doc), author: SERVER_AUTHOR, at: 0 }]);
  const stored = await documents.load("m");
  if (!stored) throw new Error("nothing was stored");
  return { documents, doc, stored };
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

test("a document is migrated in place: an offline copy merges without doubling", async () => {
  const { documents, doc, stored } = await storedMap();
  rootOf(doc, "map").set("asOf", "2015-04-01");
  const migrated = await migrateStored(documents, "m", stored, [renaming], 2);
  const reloaded = docOf((await documents.load("m"))?.updates ?? []);
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(doc));
  expect(readSnapshot(reloaded).map).toMatchObject({ title: "T, migrated", asOf: "2015-04-01" });
  expect(schemaOf(reloaded)).toBe(2);
  expect(migrated.refs).toEqual((await documents.load("m"))?.refs);
});

test("when the log becomes history, the state before the migration is a checkpoint", async () => {
  const { documents, doc, stored } = await storedMap();
  rootOf(doc, "map").set("title", "Later");
  await documents.append("m", [
    { update: Y.encodeStateAsUpdate(doc), author: authorNamed("somebody"), at: 1 },
  ]);
  await migrateStored(documents, "m", (await documents.load("m")) ?? stored, [renaming], 2);
  const rows = documents.logOf("m")?.rows ?? [];
  const { checkpoints } = digestLog({ base: [], rows });
  const states = checkpoints.map(({ kind, ref, state }) => [kind, ref, state.map?.[""]?.title]);
  expect(states).toEqual([
    ["start", 1, "T"],
    ["before-upgrade", 2, "Later"],
    ["automatic", 3, "Later, migrated"],
  ]);
});

test("a document of today's layout is left alone", async () => {
  const { documents, stored } = await storedMap();
  expect(await migrateStored(documents, "m", stored)).toBe(stored);
});

test("a step that is missing changes nothing", async () => {
  const { documents, stored } = await storedMap();
  await expect(migrateStored(documents, "m", stored, [], 2)).rejects.toThrow("no way from layout 1");
  expect((await documents.load("m"))?.updates).toHaveLength(1);
});

test("a map of a later layout, and one whose layout somebody has spoilt, are opened as they are", async () => {
  for (const layout of [99, 0.5, "one"]) {
    const { documents, doc } = await storedMap();
    rootOf(doc, "map").set(SCHEMA, layout);
    await documents.append("m", [{ update: Y.encodeStateAsUpdate(doc), author: SERVER_AUTHOR, at: 0 }]);
    const rooms = new Rooms({ documents, events, emptyRoomMs: 0, onTitle() {} });
    expect((await rooms.open("m", "map")).title).toBe("T");
    expect((await documents.load("m"))?.updates).toHaveLength(2);
    await rooms.close(0);
  }
});
