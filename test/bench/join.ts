import { type BenchOptions, wantedServers } from "./BenchOptions.ts";
import type { CrowdFigures } from "./load/crowd.ts";
import { type Cost, costing, withServer } from "./measure.ts";
import { HOCUSPOCUS, HOCUSPOCUS_SQLITE } from "./servers/hocuspocus.ts";
import { PLUMBLINE } from "./servers/plumbline.ts";
import { CACHED_RELAY } from "./servers/relays.ts";
import type { ServerKind } from "./servers/ServerUnderTest.ts";
import { Y_WEBSOCKET_SERVER } from "./servers/yWebsocketServer.ts";
import { disturbedMark, disturbedNote, median, printTable, ratio, shown } from "./table.ts";

const servers = [PLUMBLINE, Y_WEBSOCKET_SERVER, HOCUSPOCUS, HOCUSPOCUS_SQLITE, CACHED_RELAY];
const people = 50;
/** So many elements and relations are a document of about 802 kB. */
const records = 2_280;

type Joined = CrowdFigures & Cost & { readonly documentBytes: number };

/** How long it takes until 50 people who come at once to a large map have it. */
export async function benchJoin(options: BenchOptions): Promise<void> {
  const kinds = wantedServers(servers, options);
  const rounds = new Map<ServerKind, Joined[]>(kinds.map((kind) => [kind, []]));
  for (let round = 1; round <= options.rounds; round++) {
    process.stderr.write(`Cold join, round ${round} of ${options.rounds}\n`);
    for (const [kind, joined] of rounds) joined.push(await measure(kind));
  }
  const figures = [...rounds].map(([kind, joined]) => ({
    name: kind.name + (joined.some(({ isDisturbed }) => isDisturbed) ? disturbedMark : ""),
    p95Ms: median(joined.map(({ p95Ms }) => p95Ms)),
    cpuSeconds: median(joined.map(({ cpuSeconds }) => cpuSeconds)),
    share: median(joined.map(({ bytesPerPerson, documentBytes }) => bytesPerPerson / documentBytes)),
    kilobytes: median(joined.map(({ documentBytes }) => documentBytes / 1000)),
  }));
  const [ours] = figures;
  if (!ours) return;
  console.log(`\n### Cold join: ${people} people at once, a map of ${Math.round(ours.kilobytes)} kB\n`);
  printTable(
    ["server", "p95, ms", "server CPU s", "bytes a person to the document's", "p95 to ours"],
    figures.map((row) => [
      row.name,
      shown(row.p95Ms),
      shown(row.cpuSeconds),
      row.share.toFixed(3),
      ratio(row.p95Ms, ours.p95Ms),
    ]),
  );
  if (figures.some(({ name }) => name.endsWith(disturbedMark))) console.log(`\n${disturbedNote}`);
}

function measure(kind: ServerKind): Promise<Joined> {
  return withServer(kind, async (server, load) => {
    const room = await server.room();
    const documentBytes = await load.call("fill", [room], records);
    const [figures, cost] = await costing(server, load, () => load.call("coldJoin", room, people));
    return { ...figures, ...cost, documentBytes };
  });
}
