// The whole check: types, lint, build, weight of the page, unit tests, browser tests. Goes on to the end to report everything.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./findChromium.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const inResults = (name) => resolve(root, "test-results", name);
const program = (path) => resolve(root, "node_modules", path);

const TSC = program("typescript/bin/tsc");
const BIOME = program("@biomejs/biome/bin/biome");
const VITEST = program("vitest/vitest.mjs");
const PLAYWRIGHT = program("@playwright/test/cli.js");
const SIZE_LIMIT = program("size-limit/bin.js");
const BUILD = resolve(root, "scripts/buildIfStale.mjs");

function run(parameters, environment = {}) {
  const { status } = spawnSync(process.execPath, parameters, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(inResults(name), "utf8"));
  } catch {
    return undefined;
  }
}

/** A runner that failed without a failed test of its own (a file that does not load, an error outside tests) counts as one failure. */
function counted(passed, failed, hasSucceeded) {
  return { passed, failed: failed === 0 && !hasSucceeded ? 1 : failed };
}

/** Runs commands one after the other, and says what they said once they are done: meanwhile others run. */
async function check(...commands) {
  let hasSucceeded = true;
  let output = "";
  for (const parameters of commands) {
    const { status, said } = await runQuietly(parameters);
    hasSucceeded &&= status === 0;
    output += said;
  }
  return { ...counted(hasSucceeded ? 1 : 0, 0, hasSucceeded), output };
}

function runQuietly(parameters) {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  return new Promise((done) => {
    child.on("error", (error) => done({ status: 1, said: `${said}${error.message}\n` }));
    child.on("close", (status) => done({ status, said }));
  });
}

function unitTests() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${inResults("unit.json")}`];
  const hasSucceeded = run([VITEST, "run", "--project=!scale", ...reporters]);
  const report = readReport("unit.json");
  if (!report) return counted(0, 1, false);
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return counted(report.numPassedTests, report.numFailedTests + unloaded.length, hasSucceeded);
}

async function browserTests() {
  const isTest = (file) => /\.(test|spec)\.ts$/.test(String(file));
  const folder = resolve(root, "test/e2e");
  if (!existsSync(folder) || !readdirSync(folder, { recursive: true }).some(isTest))
    throw new Error("There are no browser tests in test/e2e.");
  const hasSucceeded = run([PLAYWRIGHT, "test", "--reporter=list,json"], {
    PLUMBLINE_CHROMIUM: await findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: inResults("browser.json"),
  });
  const report = readReport("browser.json");
  if (!report) return counted(0, 1, false);
  const { expected, unexpected, flaky } = report.stats;
  return counted(expected, unexpected + flaky, hasSucceeded);
}

/** Begun at once: neither needs what another makes. */
const FIRST = [
  ["Types", () => check([TSC, "-p", "tsconfig.json"], [TSC, "-p", "tsconfig.shared.json"])],
  ["Lint", () => check([BIOME, "ci", "."])],
  ["Build", () => check([BUILD])],
];
const THEN = [
  ["JavaScript before a map is on the screen", () => check([SIZE_LIMIT])],
  ["Unit, contract and fuzz tests", unitTests],
  ["Browser tests", browserTests],
];

rmSync(inResults(""), { recursive: true, force: true });
mkdirSync(inResults(""), { recursive: true });
const total = { passed: 0, failed: 0 };
const lines = [];
const begun = FIRST.map(([name, step]) => {
  const result = step();
  return [name, () => result];
});
for (const [name, step] of [...begun, ...THEN]) {
  console.log(`\n── ${name} ──`);
  const startedMs = Date.now();
  let result;
  try {
    result = await step();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    result = counted(0, 1, false);
  }
  if (result.output) process.stdout.write(result.output);
  total.passed += result.passed;
  total.failed += result.failed;
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  lines.push(`${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
}
const summary = `${total.passed} passed, ${total.failed} failed`;
writeFileSync(inResults("summary.txt"), `${summary}\n`);
console.log(`\n${lines.join("\n")}\n\n${summary}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
