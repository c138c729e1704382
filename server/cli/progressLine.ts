import type { OnStep } from "../control/ControlClient.ts";
import type { Terminal } from "./command.ts";
import { megabytes } from "./megabytes.ts";

/** Says on standard error how far long work is: each step once, and on a screen how much of it is done. */
export function progressLine(terminal: Terminal, isScreen: boolean = process.stderr.isTTY === true): OnStep {
  let current = "";
  return ({ step, doneBytes, allBytes }) => {
    if (step !== current) {
      terminal.error(`${step} …\n`);
      current = step;
    }
    if (!isScreen || doneBytes === undefined || !allBytes) return;
    const percent = Math.floor((100 * doneBytes) / allBytes);
    process.stderr.write(`\r  ${megabytes(doneBytes)} of ${megabytes(allBytes)} (${percent} %)\u001b[K\r`);
  };
}
