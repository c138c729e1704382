import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a thread.
 * @param module address of the thread's module without its ending: `.js` beside the bundle, `.ts` where the sources run as they are.
 */
export function startWorker(module: URL, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL(`${module.href}.js`), options);
  // A thread does not inherit the loader that reads TypeScript.
  const start = `import("tsx/esm/api").then(({ register }) => {
    register();
    return import(${JSON.stringify(`${module.href}.ts`)});
  })`;
  return new Worker(start, { ...options, eval: true, execArgv: [] });
}
