import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pauseMs } from "../../reliability/waitFor.ts";
import { Random } from "../../support/random.ts";
import { FAULTS, type FaultReport, FaultRounds } from "./FaultRounds.ts";
import { OwnServices } from "./OwnServices.ts";

const say = (text: string) => void process.stdout.write(`${text}\n`);
const AWAY_MS = 1_500;

const { values } = parseArgs({ options: { times: { type: "string", default: "5" } } });
const why = OwnServices.whyNot();
if (why !== null) {
  process.stderr.write(`This needs a PostgreSQL and a Redis of its own: ${why}.\n`);
  process.exit(2);
}
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
execFileSync(
  process.execPath,
  [fileURLToPath(new URL("../../../scripts/buildIfStale.mjs", import.meta.url))],
  { stdio: "inherit" },
);
say(`Two servers, ${FAULTS.length} faults, each ${values.times} times, FUZZ_SEED=${seed}`);
const services = await OwnServices.start();
const rounds = await FaultRounds.start(new Random(seed), {
  postgres: services.postgres,
  redis: services.redis,
  database: "postgres",
  restartPostgres: async () => {
    services.crashPostgres();
    await pauseMs(AWAY_MS);
    services.startPostgres();
  },
  restartRedis: async () => {
    await services.crashRedis();
    await pauseMs(AWAY_MS);
    await services.startRedis();
  },
});
const reports: FaultReport[] = [];
try {
  for (let time = 0; time < Number(values.times); time++)
    for (const fault of FAULTS) {
      const report = await rounds.run(fault);
      reports.push(report);
      say(
        `${fault}: ${report.acknowledged} acknowledged, ${report.lost.length} lost, ${report.isForked ? "FORKED" : "one map"}, healed in ${(report.healMs / 1000).toFixed(1)} s`,
      );
    }
} finally {
  await rounds.stop();
  await services.stop();
}
say("");
for (const fault of FAULTS) {
  const own = reports.filter((report) => report.fault === fault);
  const sum = (of: (report: FaultReport) => number) => own.reduce((total, report) => total + of(report), 0);
  const worst = Math.max(...own.map(({ healMs }) => healMs)) / 1000;
  say(
    `${fault}: ${own.length} times, ${sum(({ acknowledged }) => acknowledged)} acknowledged, ${sum(({ lost }) => lost.length)} lost, ${own.filter(({ isForked }) => isForked).length} forked, healed in ${worst.toFixed(1)} s at worst`,
  );
}
process.exit(reports.some(({ lost, isForked }) => lost.length > 0 || isForked) ? 1 : 0);
