import { type BenchOptions, wantedServers } from "./BenchOptions.ts";
import type { CrowdFigures } from "./load/crowd.ts";
import { type Cost, costing, withServer } from "./measure.ts";
import { HOCUSPOCUS_SQLITE } from "./servers/hocuspocus.ts";
import { PLUMBLINE } from "./servers/plumbline.ts";
import type { ServerKind } from "./servers/ServerUnderTest.ts";
import { disturbedMark, disturbedNote, median, printTable, ratio, shown } from "./table.ts";

const people = 500;
const records = 2_280;
/** Hocuspocus writes a change at the latest after so long. */
const storedAfterMs = 12_000;

type Restarted = CrowdFigures & Cost;

/** How long it takes until 500 people are in step again, who all come back at the moment when a server that was killed is ready. */
export async function benchRestart(options: BenchOptions): Promise<void> {
  const kinds = wantedServers([PLUMBLINE, HOCUSPOCUS_SQLITE], options);
  const rounds = new Map<ServerKind, Restarted[]>(kinds.map((kind) => [kind, []]));
  for (let round = 1; round <= options.rounds; round++) {
    process.stderr.write(`Restart, round ${round} of ${options.rounds}\n`);
    for (const [kind, restarted] of rounds) restarted.push(await measure(kind));
  }
  const figures = [...rounds].map(([kind, restarted]) => ({
    name: kind.name + (restarted.some(({ isDisturbed }) => isDisturbed) ? disturbedMark : ""),
    allMs: median(restarted.map(({ allMs }) => allMs)),
    cpuSeconds: median(restarted.map(({ cpuSeconds }) => cpuSeconds)),
    kilobytes: median(restarted.map(({ bytesPerPerson }) => bytesPerPerson / 1000)),
    memory: median(restarted.map(({ memoryMegabytes }) => memoryMegabytes)),
  }));
  const [ours] = figures;
  if (!ours) return;
  console.log(
    `\n### A restart: ${people} people come back at once to a map of about 802 kB that they have\n`,
  );
  printTable(
    [
      "server",
      "all in step after, ms",
      "server CPU s",
      "kB received a person",
      "memory, MB",
      "time to ours",
      "CPU to ours",
    ],
    figures.map((row) => [
      row.name,
      ...[row.allMs, row.cpuSeconds, row.kilobytes, row.memory].map(shown),
      ratio(row.allMs, ours.allMs),
      ratio(row.cpuSeconds, ours.cpuSeconds),
    ]),
  );
  if (figures.some(({ name }) => name.endsWith(disturbedMark))) console.log(`\n${disturbedNote}`);
}

function measure(kind: ServerKind): Promise<Restarted> {
  return withServer(kind, async (server, load) => {
    const room = await server.room();
    await load.call("fill", [room], records);
    await load.call("leave");
    await new Promise((resolve) => setTimeout(resolve, storedAfterMs));
    await server.process.kill();
    await server.process.startAgain();
    const [figures, cost] = await costing(server, load, () => load.call("comeBack", room, people));
    return { ...figures, ...cost };
  });
}
