import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { percentile } from "../bench/percentile.ts";
import { Random } from "../support/random.ts";
import { restartUnderCrowd } from "./Crowd.ts";
import { DiskFaults, whyNoDiskFaults } from "./DiskFaults.ts";
import { KillRounds } from "./KillRounds.ts";

/** What is told of any fault. */
interface Outcome {
  readonly times: number;
  readonly acknowledged: number | null;
  readonly lost: readonly string[];
  readonly healMs: readonly number[];
  readonly more: string;
}

type Fault = (random: Random, times: number) => Promise<Outcome>;

const say = (text: string) => void process.stdout.write(`${text}\n`);
const reportEvery = 10;
const crowd = 500;

const faults: Readonly<Record<string, Fault>> = {
  kill: (random, times) => killed(random, times, false),
  "damaged-log": (random, times) => killed(random, times, true),
  "disk-full": (random, times) => diskFails(random, times, "full"),
  "read-only": (random, times) => diskFails(random, times, "read-only"),
  crowd: async (_random, times) => {
    const { healMs, mostJoinsInOneSecond } = await restartUnderCrowd(crowd, times);
    const more = `${crowd} people; joins in the busiest second: ${mostJoinsInOneSecond.join(", ")}`;
    return { times: healMs.length, acknowledged: null, lost: [], healMs, more };
  },
};

const { values } = parseArgs({
  options: { fault: { type: "string", default: "kill" }, times: { type: "string", default: "300" } },
});
const fault = faults[values.fault];
if (!fault) {
  process.stderr.write(`There is no fault "${values.fault}": ${Object.keys(faults).join(", ")}\n`);
  process.exit(2);
}
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
const builder = fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url));
execFileSync(process.execPath, [builder], { stdio: ["ignore", "inherit", "inherit"] });
say(`${values.fault}, ${values.times} times, FUZZ_SEED=${seed}`);
const { times, acknowledged, lost, healMs, more } = await fault(new Random(seed), Number(values.times));
const seconds = (share: number) => (percentile(healMs, share) / 1000).toFixed(1);
say(`times injected: ${times}`);
if (acknowledged !== null)
  say(`acknowledged changes: ${acknowledged}, of these lost: ${lost.length} ${lost}`);
say(`seconds to heal: median ${seconds(0.5)}, worst ${seconds(1)}`);
say(more);
process.exit(lost.length === 0 ? 0 : 1);

async function killed(random: Random, times: number, damagesLog: boolean): Promise<Outcome> {
  const report = await KillRounds.run(
    random,
    times,
    ({ kills, acknowledged, lost, healMs }) => {
      if (healMs.length % reportEvery > 0) return;
      say(`${kills} kills: ${acknowledged} changes acknowledged, ${lost.length} lost`);
    },
    damagesLog,
  );
  const more = `of these while it started: ${report.killsAtStart}; maps made: ${report.mapsMade}; links taken back: ${report.linksRevoked}`;
  return { ...report, times: report.kills, more };
}

async function diskFails(random: Random, times: number, kind: "full" | "read-only"): Promise<Outcome> {
  const why = whyNoDiskFaults();
  if (why !== null) throw new Error(`The disk cannot be made to fail here: ${why}.`);
  return { ...(await DiskFaults.run(random, kind, times)), more: "" };
}
