import { type BenchOptions, wantedServers } from "./BenchOptions.ts";
import { withServer } from "./measure.ts";
import { processUsage } from "./processUsage.ts";
import { HOCUSPOCUS, HOCUSPOCUS_SQLITE } from "./servers/hocuspocus.ts";
import { PLUMBLINE } from "./servers/plumbline.ts";
import { RAW_RELAY } from "./servers/relays.ts";
import type { ServerKind } from "./servers/ServerUnderTest.ts";
import { Y_WEBSOCKET_SERVER } from "./servers/yWebsocketServer.ts";
import { printTable, ratio, shown } from "./table.ts";

const servers = [PLUMBLINE, HOCUSPOCUS, HOCUSPOCUS_SQLITE, Y_WEBSOCKET_SERVER, RAW_RELAY];
const rooms = 300;
const warmUpRooms = 50;
const people = 3;
/** A small real system. */
const records = 40;
/** How long everybody has been quiet when memory is read. */
const quietMs = 15_000;

interface Idle {
  readonly name: string;
  readonly residentKilobytes: number;
  readonly heapKilobytes: number;
}

/** What a room costs in which a few people have a map open and do nothing. */
export async function benchIdle(options: BenchOptions): Promise<void> {
  process.stderr.write("Idle rooms\n");
  const found: Idle[] = [];
  for (const kind of wantedServers(servers, options)) found.push(await measure(kind));
  const [ours] = found;
  console.log(
    `\n### Idle rooms: ${rooms} with ${people} people each, a map of ${records} elements and relations\n`,
  );
  printTable(
    ["server", "resident kB a room", "heap and buffers, kB a room", "resident to ours", "heap to ours"],
    found.map(({ name, residentKilobytes, heapKilobytes }) => [
      name,
      shown(residentKilobytes),
      shown(heapKilobytes),
      ratio(residentKilobytes, ours?.residentKilobytes ?? Number.NaN),
      ratio(heapKilobytes, ours?.heapKilobytes ?? Number.NaN),
    ]),
  );
}

function measure(kind: ServerKind): Promise<Idle> {
  return withServer(kind, async (server, load) => {
    const reading = async () => {
      const usage = await server.process.memory();
      return {
        heap: (usage.heapUsed + usage.external) / 1024,
        resident: processUsage(server.process.pid).memoryMegabytes * 1024,
      };
    };
    const open = async (count: number) => {
      const opened = [];
      for (let index = 0; index < count; index++) opened.push(await server.room());
      if (kind.holdsDocuments) await load.call("fill", opened, records);
      await load.call("settle", opened, kind.holdsDocuments ? people - 1 : people);
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    };
    // The first rooms pay for code that is compiled and for a heap that grows once.
    await open(warmUpRooms);
    const before = await reading();
    await open(rooms);
    const after = await reading();
    return {
      name: kind.name,
      residentKilobytes: (after.resident - before.resident) / rooms,
      heapKilobytes: (after.heap - before.heap) / rooms,
    };
  });
}
