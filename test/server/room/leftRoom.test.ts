import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { MemoryDocStore } from "../../../server/storage/MemoryDocStore.ts";
import { HeldRoom } from "../support/HeldRoom.ts";
import { stopTheClock } from "../support/stopTheClock.ts";
import * as wire from "../support/wire.ts";

it("can be given up when the last one left right after writing what was known already", async () => {
  const held = new HeldRoom(new MemoryDocStore());
  const person = held.join();
  const doc = new Y.Doc();
  doc.getMap("elements").set("a", 1);
  const update = wire.update(Y.encodeStateAsUpdate(doc));
  person.say(update);
  await vi.waitFor(() => expect(held.room.isSettled).toBe(true));
  // The first is taken at once; the second waits for its turn, and its sender does not.
  stopTheClock();
  person.say(update);
  person.say(update);
  person.terminate();
  expect(held.wasIdle).toBe(false);
  await vi.waitFor(() => expect(held.wasIdle).toBe(true));
});
