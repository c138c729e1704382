import { LIMITS } from "../../shared/protocol/limits.ts";
import type { PackedLog } from "../storage/history/PackedLog.ts";
import { ThreadClient, type ThreadFailure } from "../thread/ThreadClient.ts";
import type { EntryPage, historyEntries, mapFileAt, PackedDigest } from "./history.ts";
import type { SeededMap } from "./newMap.ts";
import type { FindingCounts } from "./readLibrary.ts";
import type { Png } from "./readMap.ts";

/** A job came to nothing. `kind` is the name of the error in the thread. */
export class JobError extends Error {
  override readonly name = "JobError";
  readonly kind: string;
  readonly path: string | undefined;
  readonly line: number | undefined;

  constructor(failure: ThreadFailure) {
    super(failure.message);
    this.kind = failure.name;
    this.path = failure.path;
    this.line = failure.line;
  }
}

/** So many jobs wait already that another would be answered too late. */
export class TooManyJobs extends Error {
  override readonly name = "TooManyJobs";
}

/** A thread that has nothing to do for so long is ended: it holds as much memory as the rest of the server. */
const idleMs = 10_000;
/** A job that takes longer is stuck. */
const longestJobMs = 60_000;
const memoryMegabytes = 1024;

/**
 * Work on whole maps: reading what somebody sent, checking, drawing. It runs in a thread of its own, so that a map of any size
 * holds up no one's cursor, and one that breaks the thread breaks nothing else. Every call rejects with `JobError` or `TooManyJobs`.
 */
export class MapJobs {
  readonly #onDone: (job: string, isDone: boolean, ms: number) => void;
  #thread: ThreadClient | null = null;
  #idleTimer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param onDone told of every job that has ended, its waiting included. */
  constructor(onDone: (job: string, isDone: boolean, ms: number) => void = () => {}) {
    this.#onDone = onDone;
  }

  /** Jobs that run or wait for their turn. */
  get waiting(): number {
    return this.#thread?.waitingCalls ?? 0;
  }

  newMap(body: Uint8Array): Promise<SeededMap> {
    return this.#run("newMap", body) as Promise<SeededMap>;
  }

  mapFile(updates: readonly Uint8Array[]): Promise<string> {
    return this.#run("mapFile", updates) as Promise<string>;
  }

  findings(updates: readonly Uint8Array[], isForFacilitator: boolean): Promise<string> {
    return this.#run("findings", updates, isForFacilitator) as Promise<string>;
  }

  svg(updates: readonly Uint8Array[], date: string): Promise<string> {
    return this.#run("svg", updates, date) as Promise<string>;
  }

  png(updates: readonly Uint8Array[], date: string): Promise<Png> {
    return this.#run("png", updates, date) as Promise<Png>;
  }

  libraryFindings(): Promise<Readonly<Record<string, FindingCounts>>> {
    return this.#run("libraryFindings") as Promise<Readonly<Record<string, FindingCounts>>>;
  }

  libraryPicture(name: string): Promise<string | null> {
    return this.#run("libraryPicture", name) as Promise<string | null>;
  }

  digest(log: PackedLog, tellsChanges: boolean): Promise<PackedDigest> {
    return this.#run("digest", log, tellsChanges) as Promise<PackedDigest>;
  }

  historyEntries(...args: Parameters<typeof historyEntries>): Promise<EntryPage> {
    return this.#run("historyEntries", ...args) as Promise<EntryPage>;
  }

  mapFileAt(...args: Parameters<typeof mapFileAt>): Promise<string> {
    return this.#run("mapFileAt", ...args) as Promise<string>;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idleTimer);
    await this.#thread?.terminate();
  }

  async #run(name: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#isClosed) throw new TooManyJobs("The server is going down.");
    const thread = this.#readyThread();
    if (thread.waitingCalls >= LIMITS.waitingJobs) throw new TooManyJobs("Too much is asked for at once.");
    clearTimeout(this.#idleTimer);
    const stuck = setTimeout(() => void thread.terminate(), longestJobMs);
    const startedMs = performance.now();
    let isDone = false;
    try {
      const result = await thread.call(name, ...args);
      isDone = true;
      return result;
    } finally {
      clearTimeout(stuck);
      this.#onDone(name, isDone, performance.now() - startedMs);
      if (thread.waitingCalls === 0) this.#endWhenIdle(thread);
    }
  }

  #readyThread(): ThreadClient {
    if (!this.#thread || this.#thread.isDead) {
      const module = new URL("./jobWorker", import.meta.url);
      const resourceLimits = { maxOldGenerationSizeMb: memoryMegabytes };
      this.#thread = new ThreadClient(module, (failure) => new JobError(failure), { resourceLimits });
    }
    return this.#thread;
  }

  #endWhenIdle(thread: ThreadClient): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.#thread === thread) this.#thread = null;
      void thread.terminate();
    }, idleMs);
    this.#idleTimer.unref();
  }
}
