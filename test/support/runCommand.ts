import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const BUILT_COMMANDS = fileURLToPath(new URL("../../dist/server/cli.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A command that runs in a process of its own, while the test goes on. */
export interface RunningCommand {
  readonly ended: Promise<Ended>;
  /** What it has written to standard error so far. */
  readonly errorSoFar: string;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built command line. */
export function startCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): RunningCommand {
  const child = spawn(process.execPath, [BUILT_COMMANDS, ...words], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, error] = ["", ""];
  child.stdout.on("data", (part: Buffer) => {
    out += part;
  });
  child.stderr.on("data", (part: Buffer) => {
    error += part;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, error }));
  });
  return {
    ended,
    get errorSoFar() {
      return error;
    },
    kill: (signal) => void child.kill(signal),
  };
}

/** Runs the built command line to its end. */
export function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return startCommand(words, environment).ended;
}
