import { rm, stat } from "node:fs/promises";
import { ThreadClient } from "../../thread/ThreadClient.ts";
import { StoreError } from "../StoreError.ts";

/** Told of a long piece of work now and then. */
export type OnProgress = (doneBytes: number, allBytes: number) => void;

const progressEveryMs = 200;

/**
 * Copies a store as it stands now to a file that does not exist yet, in a thread with a connection of its own: commits go on.
 * A copy that fails leaves no file.
 * @throws StoreError
 */
export async function copyStore(path: string, to: string, onProgress: OnProgress = () => {}): Promise<void> {
  if ((await sizeOf(to)) > 0) throw new StoreError(`${to} is there already.`);
  const allBytes = (await sizeOf(path)) + (await sizeOf(`${path}-wal`));
  const timer = setInterval(
    () => void sizeOf(to).then((bytes) => onProgress(Math.min(bytes, allBytes), allBytes)),
    progressEveryMs,
  );
  try {
    await inThread((thread) => thread.call("copyStore", path, to));
  } catch (error) {
    await removeDatabase(to);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Checks a copy of a backup, and brings it to the schema of today.
 * @param name what messages call the backup.
 * @throws StoreError that says what is wrong with it.
 */
export async function prepareBackup(path: string, name: string): Promise<void> {
  await inThread((thread) => thread.call("prepareBackup", path, name));
}

/** Removes a database and what SQLite may have left beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const file of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) await rm(file, { force: true });
}

/** A thread that is ended afterwards: only then are the files let go. */
async function inThread<T>(work: (thread: ThreadClient) => Promise<T>): Promise<T> {
  const module = new URL("./copyWorker", import.meta.url);
  const thread = new ThreadClient(module, ({ message }) => new StoreError(message));
  try {
    return await work(thread);
  } finally {
    await thread.terminate();
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
