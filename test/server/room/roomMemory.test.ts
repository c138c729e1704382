import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { LiveDocument } from "../../../server/room/LiveDocument.ts";
import type { Room } from "../../../server/room/Room.ts";
import { Rooms } from "../../../server/room/Rooms.ts";
import { MemoryDocStore } from "../../../server/storage/MemoryDocStore.ts";
import { authorNamed } from "../support/authorNamed.ts";
import { collectGarbage } from "../support/collectGarbage.ts";

const quietMs = 11_000;

afterEach(() => {
  vi.useRealTimers();
});

/** A map of some hundred records, as it is stored. */
function storedMap(): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let index = 0; index < 300; index++) {
      const fields = Array.from({ length: 10 }, (_, field) => [`field-${field}`, index] as const);
      doc.getMap("elements").set(`e${index}`, new Y.Map(fields));
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

it("a document that nobody changes takes a fraction of the memory", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const stored = { updates: [storedMap()], refs: [1] };
  await collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const documents = Array.from({ length: 20 }, () => new LiveDocument(stored));
  await collectGarbage();
  const awake = process.memoryUsage().heapUsed - before;
  vi.advanceTimersByTime(quietMs);
  await collectGarbage();
  const resting = process.memoryUsage().heapUsed - before;
  expect(awake).toBeGreaterThan(20 * 200_000);
  expect(resting).toBeLessThan(awake / 5);
  expect(documents.map(({ title }) => title)).toEqual(documents.map(() => ""));
});

it("of a thousand rooms that came and went nothing is left", async () => {
  const documents = new MemoryDocStore();
  const rooms = new Rooms({
    documents,
    events: {
      updatesReceived: () => {},
      updateDropped: () => {},
      presenceReceived: () => {},
      loaded: () => {},
      committed: () => {},
      slowReader: () => {},
      commitFailed: () => {},
      compactionFailed: () => {},
      broke: () => {},
    },
    emptyRoomMs: 1,
    onTitle: () => {},
  });
  const seen: WeakRef<Room>[] = [];
  const update = Y.encodeStateAsUpdate(new Y.Doc());
  for (let index = 0; index < 1_000; index++) {
    await documents.append(`map-${index}`, [{ update, author: authorNamed("ann"), at: 1 }]);
    seen.push(new WeakRef(await rooms.open(`map-${index}`, "map")));
  }
  await vi.waitFor(() => expect(rooms.openRooms).toEqual([]), { timeout: 10_000 });
  await collectGarbage();
  expect(seen.filter((room) => room.deref() !== undefined)).toEqual([]);
});
