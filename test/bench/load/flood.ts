import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { percentile } from "../percentile.ts";
import { Participant } from "./Participant.ts";
import type { Room } from "./Room.ts";
import { syncMessage, UPDATE } from "./wire.ts";

/** How many people write together how many updates a second. */
export interface FloodShape {
  readonly people: number;
  readonly updatesPerSecond: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface FloodFigures {
  readonly p99Ms: number;
  readonly sentPerSecond: number;
}

const tickMs = 4;
/** How long after the last update one may still arrive. */
const lateMs = 1_000;
const smallestSampleOfValues = 50;
/** A value whose eight bytes occur nowhere else: they are found and replaced by the time of sending. */
const placeholder = 12345.678;
const placeholderBytes = Buffer.alloc(8);
placeholderBytes.writeDoubleBE(placeholder);

/** Everybody in a room writes at once. The updates are made before, so that making them does not slow the sending. */
export async function flood(room: Room, shape: FloodShape): Promise<FloodFigures> {
  const people: Participant[] = [];
  for (let index = 0; index < shape.people; index++)
    people.push(await Participant.join(room, { watches: index === 0 }));
  const [watcher] = people;
  if (!watcher) throw new Error("nobody is there");
  const each = Math.ceil((shape.updatesPerSecond * (shape.warmUpSeconds + shape.seconds)) / shape.people);
  const frames = people.map((_, index) => prepareUpdates(room, `w${index}`, each));
  await sendFor(people, frames, 0, shape.updatesPerSecond, shape.warmUpSeconds);
  watcher.latencies = [];
  const done = Math.floor(shape.updatesPerSecond * shape.warmUpSeconds);
  const startedAtMs = performance.now();
  const sent = await sendFor(people, frames, done, shape.updatesPerSecond, shape.seconds);
  const tookMs = performance.now() - startedAtMs;
  await new Promise((resolve) => setTimeout(resolve, lateMs));
  const { latencies } = watcher;
  for (const person of people) person.leave();
  return {
    // A server that has fallen so far behind that next to nothing arrives is slower than any number.
    p99Ms: latencies.length < smallestSampleOfValues ? Number.POSITIVE_INFINITY : percentile(latencies, 0.99),
    sentPerSecond: (sent / tookMs) * 1000,
  };
}

interface Prepared {
  readonly frame: Buffer;
  readonly timeAt: number;
}

function prepareUpdates(room: Room, key: string, count: number): Prepared[] {
  const doc = new Y.Doc();
  const times = doc.getMap<number>("times");
  const prepared: Prepared[] = [];
  doc.on("update", (update: Uint8Array) => {
    const frame = Buffer.from(syncMessage(room.wire, UPDATE, update));
    prepared.push({ frame, timeAt: frame.indexOf(placeholderBytes) });
  });
  for (let index = 0; index < count; index++) times.set(key, placeholder);
  doc.destroy();
  return prepared;
}

/** Sends at a rate, one person after the other, beginning with update number `first`. Gives the number of updates sent. */
function sendFor(
  people: readonly Participant[],
  frames: readonly (readonly Prepared[])[],
  first: number,
  perSecond: number,
  seconds: number,
): Promise<number> {
  const startedAtMs = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const elapsedMs = Math.min(performance.now() - startedAtMs, seconds * 1000);
      const due = Math.floor((elapsedMs / 1000) * perSecond);
      for (; sent < due; sent++) {
        const number = first + sent;
        const index = number % people.length;
        const prepared = frames[index]?.[Math.floor(number / people.length)];
        if (!prepared) continue;
        prepared.frame.writeDoubleBE(performance.timeOrigin + performance.now(), prepared.timeAt);
        people[index]?.sendFrame(prepared.frame);
      }
      if (elapsedMs < seconds * 1000) return;
      clearInterval(timer);
      resolve(sent);
    }, tickMs);
  });
}
