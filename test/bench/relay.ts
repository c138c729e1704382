import { type BenchOptions, wantedServers } from "./BenchOptions.ts";
import type { SessionFigures, SessionShape } from "./load/boardSession.ts";
import { type Cost, costing, withServer } from "./measure.ts";
import { HOCUSPOCUS, HOCUSPOCUS_SQLITE } from "./servers/hocuspocus.ts";
import { PLUMBLINE } from "./servers/plumbline.ts";
import { BATCHED_RELAY, RAW_RELAY, TICK_RELAY } from "./servers/relays.ts";
import type { ServerKind } from "./servers/ServerUnderTest.ts";
import { Y_WEBSOCKET_SERVER } from "./servers/yWebsocketServer.ts";
import { disturbedMark, disturbedNote, median, printTable, ratio, shown } from "./table.ts";

/** Ours first: the ratios are theirs to ours. */
export const RELAYING: readonly ServerKind[] = [
  PLUMBLINE,
  HOCUSPOCUS,
  HOCUSPOCUS_SQLITE,
  Y_WEBSOCKET_SERVER,
  RAW_RELAY,
  TICK_RELAY,
  BATCHED_RELAY,
];

const sessions: Readonly<Record<string, SessionShape>> = {
  "A board session: 100 people, 10 write 10 times a second, every cursor 10 times a second, for 10 s": {
    people: 100,
    writers: 10,
    updatesPerSecond: 10,
    cursorsPerSecond: 10,
    seconds: 10,
  },
  "A workshop table: 10 people, one writes 10 times a second, for 10 s": {
    people: 10,
    writers: 1,
    updatesPerSecond: 10,
    cursorsPerSecond: 0,
    seconds: 10,
  },
};

type Played = SessionFigures & Cost;

/** Plays the same sessions on each server in turn, and prints figures and ratios. */
export async function benchRelay(options: BenchOptions): Promise<void> {
  for (const [title, shape] of Object.entries(sessions)) {
    const kinds = wantedServers(RELAYING, options);
    const rounds = new Map<ServerKind, Played[]>(kinds.map((kind) => [kind, []]));
    for (let round = 1; round <= options.rounds; round++) {
      process.stderr.write(`${title}, round ${round} of ${options.rounds}\n`);
      for (const [kind, played] of rounds) played.push(await play(kind, shape));
    }
    print(title, rounds);
  }
}

function play(kind: ServerKind, shape: SessionShape): Promise<Played> {
  return withServer(kind, async (server, load) => {
    const room = await server.room();
    const [figures, cost] = await costing(server, load, () => load.call("boardSession", room, shape));
    return { ...figures, ...cost };
  });
}

function print(title: string, rounds: ReadonlyMap<ServerKind, readonly Played[]>): void {
  console.log(`\n### ${title}\n`);
  const figures = [...rounds].map(([kind, played]) => ({
    name: kind.name + (played.some(({ isDisturbed }) => isDisturbed) ? disturbedMark : ""),
    p50Ms: median(played.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(played.map(({ p99Ms }) => p99Ms)),
    cpuSeconds: median(played.map(({ cpuSeconds }) => cpuSeconds)),
    memory: median(played.map(({ memoryMegabytes }) => memoryMegabytes)),
    frames: median(played.map(({ framesPerPersonAndSecond }) => framesPerPersonAndSecond)),
  }));
  const [ours] = figures;
  if (!ours) return;
  printTable(
    [
      "server",
      "p50, ms",
      "p99, ms",
      "CPU s",
      "memory, MB",
      "frames a person and second",
      "p99 to ours",
      "CPU to ours",
    ],
    figures.map((row) => [
      row.name,
      ...[row.p50Ms, row.p99Ms, row.cpuSeconds, row.memory, row.frames].map(shown),
      ratio(row.p99Ms, ours.p99Ms),
      ratio(row.cpuSeconds, ours.cpuSeconds),
    ]),
  );
  if (figures.some(({ name }) => name.endsWith(disturbedMark))) console.log(`\n${disturbedNote}`);
}
