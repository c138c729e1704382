import { expect, test } from "vitest";
import * as Y from "yjs";
import type { RunningServer } from "../../server/startServer.ts";
import { ByteQueue } from "../../shared/protocol/ByteQueue.ts";
import { lengthBefore } from "../../shared/protocol/FrameReader.ts";
import { RawClient } from "../server/support/RawClient.ts";
import { stockClient, synced, until } from "../server/support/stockClient.ts";
import { callWith, makeMap, type TestMap, withServer } from "../server/support/withServer.ts";
import { fuzzSeeds, Random } from "../support/random.ts";
import { WireMessages } from "./wireMessages.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];
const attackers = 12;
const callsOfEach = 50;
const expected: ReadonlySet<number> = new Set([200, 400, 404, 413]);

test.each(fuzzSeeds(pinned, 2))(
  "whatever is called over plain HTTP is answered, and people go on drawing (seed %i)",
  async (seed) => {
    const random = new Random(seed);
    const server = await withServer();
    const map = await makeMap(server, { template: "Cambridgeshire: UnitingCare, 2015" });
    const [one, other] = [
      stockClient(server, map.id, map.token.editor),
      stockClient(server, map.id, map.token.editor),
    ];
    await Promise.all([synced(one), synced(other)]);
    for (let count = 0; count < attackers; count++) {
      await attack(server, map, random);
      one.doc.getMap("elements").set(`drawn-${count}`, new Y.Map([["name", "x"]]));
    }
    await until(() => other.doc.getMap("elements").has(`drawn-${attackers - 1}`));
    expect([...one.closedFor, ...other.closedFor]).toEqual([]);
    const late = await RawClient.join({ ...server, transport: "http" }, map.id, map.token.viewer);
    await late.settled();
  },
  120_000,
);

/** One connection, and calls as they come: most of them go on where the last one ended, with anything in them. */
async function attack(server: RunningServer, map: TestMap, random: Random): Promise<void> {
  const base = `/sync/${map.id}/http`;
  const call = (path: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>) =>
    callWith(server, map.token.editor, `${base}${path}`, { method: "POST", headers, body: body ?? null });
  const { connection } = (await (await call("", {})).json()) as { connection: string };
  const secret = { "Plumbline-Connection": connection };
  const stream = streamOf(new WireMessages(random), random);
  let place = 0;
  const waiting: Promise<Response>[] = [];
  for (let count = 0; count < callsOfEach; count++) {
    const kind = random.below(20);
    const at = random.chance(0.8) ? place : random.below(stream.byteLength);
    const piece = stream.slice(at, at + random.below(200));
    const from = random.pick([0, 1, random.below(100), random.below(10_000), Number.MAX_SAFE_INTEGER]);
    const answer =
      kind < 14
        ? call(`/send?at=${at}`, secret, piece)
        : kind < 18
          ? call(`/receive?from=${from}&wait=${random.below(2)}`, secret)
          : kind < 19
            ? call(`/send?at=${random.pick(["", "-1", "x", "1e3", "9".repeat(40)])}`, secret, piece)
            : call(`/send?at=${at}`, { "Plumbline-Connection": `${connection}x` }, piece);
    waiting.push(answer);
    if (kind >= 14 && random.chance(0.5)) continue;
    const { received } = (await (
      await answer
    )
      .clone()
      .json()
      .catch(() => ({}))) as { received?: number };
    place = received ?? place;
  }
  if (random.chance(0.5)) waiting.push(call(`/close?at=${place}`, secret, stream.slice(place, place + 50)));
  for (const response of await Promise.all(waiting)) expect(expected).toContain(response.status);
}

function streamOf(messages: WireMessages, random: Random): Uint8Array<ArrayBuffer> {
  const stream = new ByteQueue();
  for (let count = 0; count < 40; count++) {
    const message = messages.next();
    if (random.chance(0.97)) stream.push(lengthBefore(message));
    stream.push(message);
  }
  return stream.peek(stream.length);
}
