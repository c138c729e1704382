// The tests of several servers that share a database: `npm run scale`. They need PostgreSQL and Redis; without them they are skipped, except in CI.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const results = resolve(root, "test-results");
const REPORT = resolve(results, "scale.json");
const SUMMARY = resolve(results, "scale.txt");
const PATIENCE_MS = 3_000;

const SERVICES = {
  PostgreSQL: process.env.TEST_DATABASE_URL ?? "postgres://127.0.0.1:5432",
  Redis: process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379",
};

/** Whether something takes connections at an address. */
function answers(address) {
  const { hostname, port } = new URL(address);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: PATIENCE_MS });
    const end = (isThere) => {
      socket.destroy();
      done(isThere);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

function finish(passed, failed) {
  const summary = `${passed} passed, ${failed} failed`;
  mkdirSync(results, { recursive: true });
  writeFileSync(SUMMARY, `${summary}\n`);
  console.log(`\nSeveral servers: ${summary}`);
  process.exit(failed === 0 ? 0 : 1);
}

rmSync(REPORT, { force: true });
const missing = [];
for (const [name, address] of Object.entries(SERVICES)) if (!(await answers(address))) missing.push(name);
if (missing.length > 0) {
  const isSkipped = process.env.CI !== "true";
  const how =
    "TEST_DATABASE_URL and TEST_REDIS_URL say where they are, if not on their usual ports of this machine.";
  console.log(
    `${missing.join(" and ")} cannot be reached: the tests of several servers ${isSkipped ? "are skipped" : "fail"}. ${how}`,
  );
  finish(0, isSkipped ? 0 : 1);
}
const { status } = spawnSync(
  process.execPath,
  [
    resolve(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project=scale",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORT}`,
  ],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);
let report;
try {
  report = JSON.parse(readFileSync(REPORT, "utf8"));
} catch {
  finish(0, 1);
}
const unloaded = report.testResults.filter(
  (file) => file.status === "failed" && file.assertionResults.length === 0,
);
const failed = report.numFailedTests + unloaded.length;
finish(report.numPassedTests, failed === 0 && status !== 0 ? 1 : failed);
