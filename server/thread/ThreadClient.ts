import type { Worker, WorkerOptions } from "node:worker_threads";
import { startWorker } from "./startWorker.ts";

/** What goes to a thread: the call's number, its name and its arguments. */
export interface ThreadCall {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What comes back. An error crosses as its name, message and place, since classes do not cross threads. */
export type ThreadAnswer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: ThreadFailure };

export interface ThreadFailure {
  readonly name: string;
  readonly message: string;
  readonly path: string | undefined;
  readonly line: number | undefined;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Calls functions by name in a thread of its own. If the thread dies, every waiting and later call rejects. */
export class ThreadClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #toError: (failure: ThreadFailure) => Error;
  #lastNumber = 0;
  #ended: Error | null = null;
  #isDead = false;
  #whenQuiet: (() => void) | null = null;

  /**
   * @param module as for `startWorker`.
   * @param toError makes the error that a caller meets out of what the thread said.
   */
  constructor(module: URL, toError: (failure: ThreadFailure) => Error, options: WorkerOptions = {}) {
    this.#toError = toError;
    this.#worker = startWorker(module, options);
    this.#worker.on("message", (answer: ThreadAnswer) => this.#onAnswer(answer));
    this.#worker.on("error", (error) => this.#onEnd(error));
    this.#worker.on("exit", () => this.#onEnd(new Error("The thread has ended.")));
    this.#worker.unref();
  }

  /** Calls that have no answer yet. */
  get waitingCalls(): number {
    return this.#waiting.size;
  }

  /** Whether the thread is gone, by itself or because it was ended. */
  get isDead(): boolean {
    return this.#isDead;
  }

  call(name: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#failure(this.#ended));
    return this.#send(name, args);
  }

  /** Takes no more calls, waits for those that were made, makes a last one and ends the thread. */
  async finish(lastCall: string): Promise<void> {
    this.#ended ??= new Error("It is closed.");
    if (this.#waiting.size > 0) await new Promise<void>((resolve) => (this.#whenQuiet = resolve));
    if (!this.#isDead) await this.#send(lastCall, []);
    await this.terminate();
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(name: string, args: readonly unknown[]): Promise<unknown> {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ number, name, args } satisfies ThreadCall);
    });
  }

  #onAnswer(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ("error" in answer) waiting?.reject(this.#toError(answer.error));
    else waiting?.resolve(answer.value);
    if (this.#waiting.size > 0) return;
    this.#worker.unref();
    this.#whenQuiet?.();
  }

  #onEnd(error: Error): void {
    this.#ended ??= error;
    this.#isDead = true;
    for (const { reject } of this.#waiting.values()) reject(this.#failure(error));
    this.#waiting.clear();
    this.#whenQuiet?.();
  }

  #failure({ name, message }: Error): Error {
    return this.#toError({ name, message, path: undefined, line: undefined });
  }
}
