import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll } from "vitest";

const fileIn = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const BUILD_WITHIN_MS = 120_000;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

beforeAll(() => {
  execFileSync(process.execPath, [fileIn("scripts/buildIfStale.mjs"), "server"], { stdio: "inherit" });
}, BUILD_WITHIN_MS);

/** Runs the built command line in a process of its own. */
export function runPlumbline(words: readonly string[]): Ended {
  return run(fileIn("dist/server/cli.js"), words);
}

/** Runs it as people do from a checkout, where it first sees to the build. */
export function runFromCheckout(words: readonly string[]): Ended {
  return run(fileIn("bin/plumbline.mjs"), words);
}

function run(program: string, words: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
  });
  return { code: status, out: stdout, error: stderr };
}
