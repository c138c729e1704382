import { type BenchOptions, wantedServers } from "./BenchOptions.ts";
import type { FloodFigures } from "./load/flood.ts";
import { type Cost, costing, withServer } from "./measure.ts";
import { RELAYING } from "./relay.ts";
import type { ServerKind } from "./servers/ServerUnderTest.ts";
import { disturbedMark, disturbedNote, printTable, ratio, shown } from "./table.ts";

const people = 50;
const longestP99Ms = 250;
const firstPerSecond = 1_000;
/** Each step writes so many times as much as the one before; then the last step is halved so often. */
const growth = 1.6;
const refinements = 2;
/** A step in which the people could not write as much as they should says nothing about the server. */
const smallestSentShare = 0.93;
const mostPerSecond = 60_000;
/** On a shared machine a step may fail by chance. */
const trials = 2;
/** From this share of a core on, the load generator itself is what is slow. */
const busyShare = 0.7;

type Step = FloodFigures & Cost & { readonly wantedPerSecond: number };

interface Found {
  readonly name: string;
  readonly best: Step | null;
  /** Whether it was the people who could not keep up. */
  readonly isLoadTheLimit: boolean;
}

/** How many updates a second 50 people can write before the slowest of a hundred takes longer than a quarter of a second. */
export async function benchSaturation(options: BenchOptions): Promise<void> {
  process.stderr.write("Saturation\n");
  const found: Found[] = [];
  for (const kind of wantedServers(RELAYING, options)) found.push(await search(kind));
  const [ours] = found;
  console.log(`\n### Saturation: ${people} people write, until p99 passes ${longestP99Ms} ms\n`);
  printTable(
    ["server", "updates a second", "p99, ms", "server CPU, cores", "ours to it"],
    found.map(({ name, best, isLoadTheLimit }) => [
      name + (best?.isDisturbed ? disturbedMark : ""),
      `${isLoadTheLimit ? "≥ " : ""}${shown(best?.sentPerSecond ?? Number.NaN)}`,
      shown(best?.p99Ms ?? Number.NaN),
      shown(best ? best.cpuSeconds / best.seconds : Number.NaN),
      ratio(ours?.best?.sentPerSecond ?? Number.NaN, best?.sentPerSecond ?? Number.NaN),
    ]),
  );
  console.log("\n≥: here the load generator gave out first.");
  if (found.some(({ best }) => best?.isDisturbed)) console.log(`\n${disturbedNote}`);
}

async function search(kind: ServerKind): Promise<Found> {
  let best: Step | null = null;
  let failedAt = Number.POSITIVE_INFINITY;
  let isLoadTheLimit = false;
  const attempt = async (perSecond: number) => {
    for (let trial = 1; trial <= trials; trial++) {
      const step = await play(kind, perSecond);
      const isSent = step.sentPerSecond >= perSecond * smallestSentShare;
      if (step.p99Ms <= longestP99Ms && isSent) {
        best = step;
        return;
      }
      isLoadTheLimit =
        step.loadCpuSeconds > step.cpuSeconds && step.loadCpuSeconds > step.seconds * busyShare;
    }
    failedAt = perSecond;
  };
  for (
    let perSecond = firstPerSecond;
    perSecond < failedAt && perSecond <= mostPerSecond;
    perSecond *= growth
  )
    await attempt(perSecond);
  for (let count = 0; count < refinements; count++) {
    const from = (best as Step | null)?.wantedPerSecond ?? 0;
    if (Number.isFinite(failedAt)) await attempt((from + failedAt) / 2);
  }
  return { name: kind.name, best, isLoadTheLimit };
}

function play(kind: ServerKind, updatesPerSecond: number): Promise<Step> {
  return withServer(kind, async (server, load) => {
    const room = await server.room();
    const shape = { people, updatesPerSecond, warmUpSeconds: 1, seconds: 3 };
    const [figures, cost] = await costing(server, load, () => load.call("flood", room, shape));
    process.stderr.write(
      `    ${Math.round(updatesPerSecond)} a second: sent ${Math.round(figures.sentPerSecond)}, p99 ${shown(figures.p99Ms)} ms\n`,
    );
    return { ...figures, ...cost, wantedPerSecond: updatesPerSecond };
  });
}
