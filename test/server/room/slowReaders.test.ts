import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import * as Y from "yjs";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { fuzzSeeds, Random } from "../../support/random.ts";
import { BreakableDocuments } from "../support/BreakableDocuments.ts";
import { HeldRoom } from "../support/HeldRoom.ts";
import type { HeldSocket } from "../support/HeldSocket.ts";
import * as wire from "../support/wire.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];
const megabyte = 1024 * 1024;

let documents: BreakableDocuments;
let held: HeldRoom;

beforeEach(() => {
  vi.useFakeTimers();
  documents = new BreakableDocuments();
  held = new HeldRoom(documents);
});
afterEach(async () => {
  await held.room.discard(1012, "done");
  vi.useRealTimers();
});

/** Lets the room gather and the store commit. */
async function turn(): Promise<void> {
  await vi.advanceTimersByTimeAsync(40);
}

function write(person: HeldSocket, key: string, value: unknown): void {
  const before = Y.encodeStateVector(person.doc);
  person.doc.getMap("elements").set(key, value);
  person.say(wire.update(Y.encodeStateAsUpdate(person.doc, before)));
}

function contentOf({ doc }: HeldSocket): unknown {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([one], [other]) => one - other);
  return { elements: doc.getMap("elements").toJSON(), clocks };
}

function presenceOf({ presence }: HeldSocket): unknown {
  return [...presence].sort(([one], [other]) => one - other);
}

describe("a reader that is too slow", () => {
  it("holds little of what passes, and nobody else notices", async () => {
    const [writer, reader, deaf] = [held.join(), held.join(), held.join("viewer")];
    await turn();
    deaf.readsAtOnce = false;
    for (let count = 1; count <= 100; count++) {
      write(writer, "big", `${count} ${"x".repeat(megabyte)}`);
      await turn();
      expect(reader.doc.getMap("elements").get("big")).toMatch(new RegExp(`^${count} `));
    }
    expect(reader.readBytes).toBeGreaterThan(100 * megabyte);
    expect(deaf.mostWaitingBytes).toBeLessThan(LIMITS.waitingBytes + 2 * megabyte);
    deaf.read();
    expect(deaf.waitingBytes).toBeLessThan(2 * megabyte);
    deaf.read();
    expect(contentOf(deaf)).toEqual(contentOf(reader));
    expect(held.slowReaders).toEqual(["resynchronised"]);
    expect([writer.closeCode, reader.closeCode, deaf.closeCode]).toEqual([null, null, null]);
  });

  it("asks as often as it likes and gets one answer, with what it has missed", async () => {
    const [writer, slow] = [held.join(), held.join()];
    await turn();
    const answers = slow.answers;
    slow.readsAtOnce = false;
    for (let count = 0; count < 3; count++) {
      write(writer, `big-${count}`, "x".repeat(megabyte));
      await turn();
    }
    for (let count = 0; count < 50; count++) slow.say(wire.stateVector(new Uint8Array([0])));
    await turn();
    expect(slow.mostWaitingBytes).toBeLessThan(LIMITS.waitingBytes + 2 * megabyte);
    slow.read();
    slow.read();
    expect(slow.answers).toBe(answers + 1);
    expect(contentOf(slow)).toEqual(contentOf(writer));
  });

  it("hears who has left meanwhile, and who has come", async () => {
    const [writer, slow, leaving] = [held.join(), held.join(), held.join()];
    leaving.say(wire.presence(7, 3, '{"user":{"name":"Leaving"}}'));
    await turn();
    expect([...slow.presence.keys()]).toEqual([7]);
    slow.readsAtOnce = false;
    write(writer, "big", "x".repeat(megabyte));
    await turn();
    leaving.close(1000);
    held.join().say(wire.presence(8, 1, '{"user":{"name":"Coming"}}'));
    await turn();
    slow.read();
    slow.read();
    expect([...slow.presence.keys()]).toEqual([8]);
  });

  it("is closed with 1013 when it has read nothing for half a minute, and not while it reads a little", async () => {
    const [writer, dead, patient] = [held.join(), held.join(), held.join()];
    await turn();
    for (const slow of [dead, patient]) slow.readsAtOnce = false;
    for (let count = 0; count < 20; count++) {
      write(writer, `part-${count}`, "x".repeat(50_000));
      await turn();
    }
    for (let count = 0; count < 4; count++) {
      await vi.advanceTimersByTimeAsync(10_000);
      patient.read(1);
    }
    expect(dead.closeCode).toBe(1013);
    expect(patient.closeCode).toBeNull();
    expect(held.slowReaders).toEqual(["closed"]);
  });

  it("is answered when its own changes are committed, and not before", async () => {
    const [writer, slow] = [held.join(), held.join()];
    await turn();
    slow.readsAtOnce = false;
    write(writer, "big", "x".repeat(megabyte));
    await turn();
    documents.canAppend = false;
    write(slow, "mine", 1);
    slow.say(wire.ackRequest(5));
    await turn();
    slow.read();
    slow.read();
    expect(slow.acks).toEqual([]);
    expect(slow.storeStates).toEqual([1]);
    documents.canAppend = true;
    await vi.advanceTimersByTimeAsync(1_000);
    slow.read();
    expect(slow.acks).toEqual([5]);
    expect(slow.storeStates).toEqual([1, 0]);
  });
});

test.each(fuzzSeeds(pinned, 8))("slow readers end where all the others are (seed %i)", async (seed) => {
  const random = new Random(seed);
  const reference = held.join();
  const people = Array.from({ length: 6 }, () => held.join());
  await turn();
  const clocks = new Map<HeldSocket, number>();
  const asked = new Map<HeldSocket, number>();
  for (let step = 0; step < 300; step++) {
    const person = random.pick(people);
    const act = random.below(9);
    if (act === 0) person.readsAtOnce = !person.readsAtOnce;
    else if (act === 1) person.read(1 + random.below(4));
    else if (act === 2) person.read();
    else if (act === 3) {
      const clock = (clocks.get(person) ?? 0) + 1;
      clocks.set(person, clock);
      person.say(wire.presence(person.doc.clientID, clock, JSON.stringify({ step })));
    } else if (act === 4) {
      const number = (asked.get(person) ?? 0) + 1;
      asked.set(person, number);
      person.say(wire.ackRequest(number));
    } else if (act === 5 && random.chance(0.2)) {
      person.close(1000);
      people.splice(people.indexOf(person), 1, held.join());
    } else if (act === 6 && random.chance(0.3)) {
      person.say(wire.stateVector(Y.encodeStateVector(person.doc)));
    } else write(person, `key-${random.below(20)}`, "x".repeat(random.below(200_000)));
    if (random.chance(0.5)) await turn();
  }
  for (let round = 0; round < 5; round++) {
    await turn();
    for (const person of people) person.read();
  }
  for (const person of people) {
    expect(contentOf(person)).toEqual(contentOf(reference));
    expect(presenceOf(person)).toEqual(presenceOf(reference));
    expect(person.acks.at(-1)).toBe(asked.get(person));
    expect(person.closeCode).toBeNull();
    expect(person.mostWaitingBytes).toBeLessThan(LIMITS.waitingBytes + 10 * megabyte);
  }
  expect(reference.presence.size).toBe(people.filter((person) => clocks.has(person)).length);
});
