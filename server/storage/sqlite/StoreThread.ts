import { ThreadClient } from "../../thread/ThreadClient.ts";
import { StoreError } from "../StoreError.ts";

/** The storage thread. One that dies is followed by another: what it was asked fails, and can be asked again. */
export class StoreThread {
  readonly #folder: string;
  #thread: ThreadClient;
  #opening: Promise<void> | null = null;
  #isClosed = false;

  private constructor(folder: string, thread: ThreadClient) {
    this.#folder = folder;
    this.#thread = thread;
  }

  /** @throws StoreError that says which folder or file cannot be used, and why. */
  static async open(folder: string): Promise<StoreThread> {
    return new StoreThread(folder, await openThread(folder));
  }

  /** Calls keep their order, as long as the thread lives. */
  async call(name: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#thread.isDead && !this.#isClosed) await this.#reopen();
    return this.#thread.call(name, ...args);
  }

  /** Takes no more calls, waits for those that were made, and closes the store. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.catch(() => {});
    await this.#thread.finish("close");
  }

  #reopen(): Promise<void> {
    this.#opening ??= openThread(this.#folder)
      .then((thread) => {
        this.#thread = thread;
      })
      .finally(() => {
        this.#opening = null;
      });
    return this.#opening;
  }
}

/** What passes through is garbage a moment later: with the default, a busy room lets 30 MB of it gather. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

async function openThread(folder: string): Promise<ThreadClient> {
  const module = new URL("./sqliteWorker", import.meta.url);
  const thread = new ThreadClient(module, ({ message }) => new StoreError(message), { resourceLimits });
  try {
    await thread.call("open", folder);
    return thread;
  } catch (error) {
    await thread.terminate();
    throw error;
  }
}
