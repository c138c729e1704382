import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const fileIn = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

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
