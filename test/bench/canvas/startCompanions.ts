import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BenchMap } from "./ourMap.ts";

const program = fileURLToPath(new URL("./companionsProcess.ts", import.meta.url));
const PATIENCE_MS = 120_000;

/**
 * Lets so many people work on a generated map, in a process of their own.
 * @returns lets them leave.
 */
export async function startCompanions(
  port: number,
  { id, token }: BenchMap,
  size: { readonly elements: number; readonly relations: number },
  count: number,
): Promise<() => void> {
  const words = [port, id, token, size.elements, size.relations, count].map(String);
  const child = fork(program, words, { execArgv: ["--import", "tsx"] });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`The ${count} others had not joined after ${PATIENCE_MS / 1000} s.`));
    }, PATIENCE_MS);
    child.once("message", () => {
      clearTimeout(timer);
      resolve();
    });
    child.once("exit", () => reject(new Error(`The ${count} others could not join.`)));
  });
  return () => child.disconnect();
}
