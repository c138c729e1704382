import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { UNFINISHED_PREFIX } from "../storage/storeFiles.ts";

/** A new file for work that is not finished. */
export function unfinishedFile(folder: string): string {
  return join(folder, `${UNFINISHED_PREFIX}${randomBytes(6).toString("hex")}.sqlite`);
}

/** Removes what a server left that was killed in the middle of a backup or a restore. Only for whoever holds the folder. */
export async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED_PREFIX)) await rm(join(folder, name), { force: true });
  }
}

/** A new file where the store of today is kept when another is restored. */
export function asideFile(folder: string, now: Date): string {
  const moment = now.toISOString().replaceAll(":", "-").replace(/\.\d+/, "");
  const nameOf = (count: number) => (count === 1 ? moment : `${moment}-${count}`);
  const fileOf = (count: number) => join(folder, `plumbline-before-restore-${nameOf(count)}.sqlite`);
  let count = 1;
  while (existsSync(fileOf(count))) count += 1;
  return fileOf(count);
}
