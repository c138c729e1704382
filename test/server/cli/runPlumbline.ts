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

// The command builds what is stale too, and says so; here that would stand among what is tested.
beforeAll(() => {
  execFileSync(process.execPath, [fileIn("scripts/buildIfStale.mjs"), "server"], { stdio: "inherit" });
}, BUILD_WITHIN_MS);

/** Runs the command line as it is shipped, in a process of its own. */
export function runPlumbline(words: readonly string[], folder?: string): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileIn("bin/plumbline.mjs"), ...words], {
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  return { code: status, out: stdout, error: stderr };
}
