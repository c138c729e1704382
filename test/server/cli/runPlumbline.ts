import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../../bin/plumbline.mjs", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line as it is shipped, in a process of its own. */
export function runPlumbline(words: readonly string[], folder?: string): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  return { code: status, out: stdout, error: stderr };
}
