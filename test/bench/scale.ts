import { fileURLToPath } from "node:url";
import { OwnServices } from "../scale/faults/OwnServices.ts";
import type { BenchOptions } from "./BenchOptions.ts";
import { Load } from "./Load.ts";
import type { Room } from "./load/Room.ts";
import { MachineWatch } from "./MachineWatch.ts";
import { processUsage } from "./processUsage.ts";
import { ServerProcess } from "./servers/ServerProcess.ts";
import { printTable, shown } from "./table.ts";

const program = fileURLToPath(new URL("../../dist/server/main.js", import.meta.url));
const nodeFlags = ["--max-semi-space-size=2", "--v8-pool-size=1"];
const PROCESSES = [1, 2, 4];
const MAPS = 24;
const SHAPE = { people: 5, updatesPerSecond: 4, cursorsPerSecond: 4, seconds: 15 };
const RESTING_MAPS = 400;

/**
 * One, two and four server processes on one PostgreSQL and one Redis of their own: what a fixed load costs each of them, with the people of every map spread
 * over all servers, which is the dearest way to spread them; and what an open map costs that rests.
 */
export async function benchScale(_: BenchOptions): Promise<void> {
  const why = OwnServices.whyNot();
  if (why !== null) {
    console.log(`\nSeveral servers could not be measured: ${why}.`);
    return;
  }
  process.stderr.write("Several servers\n");
  const rows: string[][] = [];
  for (const count of PROCESSES) rows.push(await measure(count));
  console.log(
    `\n### ${MAPS} workshops of ${SHAPE.people} people for ${SHAPE.seconds} s: in each one writes ${SHAPE.updatesPerSecond} times a second, all point ${SHAPE.cursorsPerSecond} times a second\n`,
  );
  printTable(
    [
      "server processes",
      "p50, ms",
      "p99, ms",
      "CPU s of the servers together",
      "of PostgreSQL",
      "of Redis",
      "changes written",
      "MB each at rest",
      `kB more for each of ${RESTING_MAPS} open maps`,
      "cores that others used",
    ],
    rows,
  );
}

async function measure(count: number): Promise<string[]> {
  process.stderr.write(`  ${count} …\n`);
  const services = await OwnServices.start();
  const servers: ServerProcess[] = [];
  const load = new Load();
  try {
    for (let index = 0; index < count; index++)
      servers.push(
        await ServerProcess.start({
          program,
          nodeFlags,
          environment: {
            DATABASE_URL: `postgres://postgres@127.0.0.1:${services.postgres.port}/postgres`,
            REDIS_URL: `redis://127.0.0.1:${services.redis.port}`,
            LOG_LEVEL: "warn",
          },
          readyWord: "ready",
        }),
      );
    const heapOf = async () => {
      const all = await Promise.all(servers.map((server) => server.memory()));
      return all.reduce((sum, { heapUsed, external }) => sum + heapUsed + external, 0);
    };
    const emptyHeap = await heapOf();
    const restingMegabytes = Math.max(...servers.map(({ pid }) => processUsage(pid).memoryMegabytes));
    const resting = await makeMaps(servers, RESTING_MAPS);
    await load.call(
      "settle",
      resting.map((rooms, index) => rooms[index % rooms.length]).filter((room) => room !== undefined),
      1,
    );
    const perMap = ((await heapOf()) - emptyHeap) / RESTING_MAPS / 1024;
    await load.call("leave");
    const maps = await makeMaps(servers, MAPS);
    const before = usage(servers, services);
    const watch = new MachineWatch([...servers.map(({ pid }) => pid), load.pid]);
    const { p50Ms, p99Ms, written } = await load.call("workshops", maps, SHAPE);
    const after = usage(servers, services);
    const { otherCores } = watch.stop();
    return [
      String(count),
      ...[
        p50Ms,
        p99Ms,
        after.servers - before.servers,
        after.postgres - before.postgres,
        after.redis - before.redis,
      ].map(shown),
      shown(written),
      shown(restingMegabytes),
      shown(perMap),
      shown(otherCores),
    ];
  } finally {
    await load.end();
    for (const server of servers) await server.stop();
    await services.stop();
  }
}

function usage(servers: readonly ServerProcess[], services: OwnServices) {
  const own = servers.reduce((sum, { pid }) => sum + processUsage(pid).cpuSeconds, 0);
  return { servers: own, ...services.usage() };
}

/** Maps, each as the rooms that lead to it on every server. */
async function makeMaps(
  servers: readonly ServerProcess[],
  count: number,
): Promise<readonly (readonly Room[])[]> {
  const maps: Room[][] = [];
  for (let index = 0; index < count; index++) {
    const port = servers[index % servers.length]?.port;
    const response = await fetch(`http://127.0.0.1:${port}/api/maps`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    if (response.status === 429) {
      await new Promise((resolve) =>
        setTimeout(resolve, 1_000 * Number(response.headers.get("retry-after") ?? 1)),
      );
      index -= 1;
      continue;
    }
    const { id, links } = (await response.json()) as { id: string; links: { editor: string } };
    const token = links.editor.slice(links.editor.indexOf("#") + 1);
    maps.push(
      servers.map((server) => ({
        url: `ws://127.0.0.1:${server.port}/sync/${id}`,
        protocols: ["plumbline", `plumbline.token.${token}`],
        wire: { kind: "y-websocket" },
      })),
    );
  }
  return maps;
}
