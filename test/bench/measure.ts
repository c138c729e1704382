import { Load } from "./Load.ts";
import { type Disturbance, MachineWatch } from "./MachineWatch.ts";
import { processUsage } from "./processUsage.ts";
import type { ServerKind, ServerUnderTest } from "./servers/ServerUnderTest.ts";

/** What a server cost while something was done. */
export interface Cost extends Disturbance {
  readonly cpuSeconds: number;
  readonly loadCpuSeconds: number;
  readonly seconds: number;
  /** At the end. */
  readonly memoryMegabytes: number;
}

/** Starts a server and its people, lets something be done with them, and ends both whatever happens. */
export async function withServer<Result>(
  kind: ServerKind,
  act: (server: ServerUnderTest, load: Load) => Promise<Result>,
): Promise<Result> {
  process.stderr.write(`  ${kind.name} …\n`);
  const server = await kind.start();
  const load = new Load();
  try {
    return await act(server, load);
  } finally {
    await load.end();
    await server.stop();
  }
}

/** Does something and says what it cost the server. */
export async function costing<Result>(
  server: ServerUnderTest,
  load: Load,
  act: () => Promise<Result>,
): Promise<readonly [Result, Cost]> {
  const watch = new MachineWatch([server.process.pid, load.pid]);
  const startedAtMs = performance.now();
  const before = processUsage(server.process.pid);
  const loadBefore = processUsage(load.pid);
  const result = await act();
  const after = processUsage(server.process.pid);
  const loadAfter = processUsage(load.pid);
  return [
    result,
    {
      cpuSeconds: after.cpuSeconds - before.cpuSeconds,
      loadCpuSeconds: loadAfter.cpuSeconds - loadBefore.cpuSeconds,
      seconds: (performance.now() - startedAtMs) / 1000,
      memoryMegabytes: after.memoryMegabytes,
      ...watch.stop(),
    },
  ];
}
