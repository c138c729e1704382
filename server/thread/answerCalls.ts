import { parentPort, type TransferListItem } from "node:worker_threads";
import type { ThreadAnswer, ThreadCall, ThreadFailure } from "./ThreadClient.ts";

/** The functions that a thread offers, by name. */
export type ThreadFunctions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** In a thread: answers the calls of its `ThreadClient`. */
export function answerCalls(
  functions: ThreadFunctions,
  transfer: (value: unknown) => TransferListItem[],
): void {
  const port = parentPort;
  if (!port) throw new Error("This module runs in a thread.");
  port.on("message", async ({ number, name, args }: ThreadCall) => {
    let answer: ThreadAnswer;
    try {
      const call = functions[name];
      if (!call) throw new Error(`There is no call named ${name}.`);
      answer = { number, value: await call(...(args as never[])) };
    } catch (error) {
      answer = { number, error: toFailure(error) };
    }
    port.postMessage(answer, "value" in answer ? transfer(answer.value) : []);
  });
}

function toFailure(error: unknown): ThreadFailure {
  if (!(error instanceof Error))
    return { name: "Error", message: String(error), path: undefined, line: undefined };
  const { path, line } = error as { path?: unknown; line?: unknown };
  return {
    name: error.name,
    message: error.message,
    path: typeof path === "string" ? path : undefined,
    line: typeof line === "number" ? line : undefined,
  };
}
