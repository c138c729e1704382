import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";

/**
 * Puts a prepared copy in the place of a store that cannot be read any more, which stays beside it under another name. Its
 * folder is held by the caller. At no moment is there no store: a server that started on an empty one would greet everybody with nothing.
 */
export function replaceDamaged(path: string, prepared: string, aside: string): void {
  if (existsSync(path)) keep(path, aside);
  // Before the change: the log of the old store would be read into the new one.
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  rmSync(`${path}-shm`, { force: true });
  renameSync(prepared, path);
}

/** A second name for a file; a copy where the disk knows no second names. */
function keep(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside, constants.COPYFILE_EXCL);
  }
}
