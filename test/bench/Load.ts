import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LoadCalls } from "./load/loadGenerator.ts";

/** The people, in a process of their own. */
export class Load {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(fileURLToPath(new URL("./load/loadGenerator.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      // As JSON, a time that is infinite would arrive as none.
      serialization: "advanced",
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Has them do something and waits until it is done. One thing at a time. */
  call<Name extends keyof LoadCalls>(
    name: Name,
    ...args: Parameters<LoadCalls[Name]>
  ): ReturnType<LoadCalls[Name]> {
    const answer = new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The load generator ended with code ${code}.`));
      this.#child.once("exit", ended);
      this.#child.once("message", (message) => {
        this.#child.off("exit", ended);
        resolve((message as { value: unknown }).value);
      });
      this.#child.send({ name, args });
    });
    return answer as ReturnType<LoadCalls[Name]>;
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await ended;
  }
}
