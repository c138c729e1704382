import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { percentile } from "../bench/percentile.ts";
import { Random } from "../support/random.ts";
import { KillRounds } from "./KillRounds.ts";

const { values } = parseArgs({ options: { times: { type: "string", default: "300" } } });
const times = Number(values.times);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
const builder = fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url));

execFileSync(process.execPath, [builder], { stdio: ["ignore", "inherit", "inherit"] });
process.stdout.write(`${times} kills, FUZZ_SEED=${seed}\n`);
const report = await KillRounds.run(new Random(seed), times, ({ kills, acknowledged, lost, healMs }) => {
  if (healMs.length % 10 === 0)
    process.stdout.write(`${kills} kills: ${acknowledged} acknowledged, ${lost.length} lost\n`);
});
const seconds = (share: number) => (percentile(report.healMs, share) / 1000).toFixed(1);
process.stdout.write(
  [
    `kills: ${report.kills}, of these while it started: ${report.killsAtStart}`,
    `acknowledged changes: ${report.acknowledged}; lost: ${report.lost.length} ${report.lost.join(" ")}`,
    `maps made: ${report.mapsMade}; links revoked: ${report.linksRevoked}`,
    `seconds to heal: median ${seconds(0.5)}, worst ${seconds(1)}`,
    "",
  ].join("\n"),
);
process.exit(report.lost.length === 0 ? 0 : 1);
