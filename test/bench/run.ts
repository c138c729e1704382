import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BenchOptions } from "./BenchOptions.ts";
import { benchCanvas } from "./canvas.ts";
import { benchDragGrowth } from "./dragGrowth.ts";
import { benchIdle } from "./idle.ts";
import { benchJoin } from "./join.ts";
import { benchRelay } from "./relay.ts";
import { benchRestart } from "./restart.ts";
import { benchRules } from "./rules.ts";
import { benchSaturation } from "./saturation.ts";
import { benchScale } from "./scale.ts";

const benches: Readonly<Record<string, (options: BenchOptions) => void | Promise<void>>> = {
  rules: benchRules,
  drags: benchDragGrowth,
  relay: benchRelay,
  saturation: benchSaturation,
  idle: benchIdle,
  join: benchJoin,
  restart: benchRestart,
  canvas: benchCanvas,
  scale: benchScale,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" }, only: { type: "string", default: "" } },
});
const unknown = positionals.find((name) => !(name in benches));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no benchmark "${unknown}": choose from ${Object.keys(benches).join(", ")}.\n`,
  );
  process.exit(2);
}
execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url))], {
  stdio: ["ignore", "inherit", "inherit"],
});
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length === 0 || positionals.includes(name))
    await bench({ rounds: Number(values.rounds), only: values.only });
}
