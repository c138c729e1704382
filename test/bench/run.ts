import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { benchDragGrowth } from "./dragGrowth.ts";
import { benchRelay } from "./relay.ts";
import { benchRules } from "./rules.ts";

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  rules: benchRules,
  drags: benchDragGrowth,
  relay: benchRelay,
};

const wanted = process.argv.slice(2);
execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url))], {
  stdio: ["ignore", "inherit", "inherit"],
});
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
