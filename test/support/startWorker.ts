import { basename } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a thread of the server from the build, in the place of the server's own `startWorker`: to read the sources of a
 * thread anew takes most of a second, and these tests start hundreds of them.
 */
export function startWorker(module: URL, options: WorkerOptions): Worker {
  return new Worker(new URL(`../../dist/server/${basename(module.pathname)}.js`, import.meta.url), options);
}
