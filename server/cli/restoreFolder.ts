import { constants, existsSync } from "node:fs";
import { chmod, copyFile, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import type { OnStep } from "../control/ControlClient.ts";
import { asideFile, unfinishedFile } from "../control/unfinished.ts";
import { holdFolder } from "../storage/sqlite/holdFolder.ts";
import { openSqliteStorage } from "../storage/sqlite/openSqliteStorage.ts";
import { replaceDamaged } from "../storage/sqlite/replaceDamaged.ts";
import { prepareBackup, removeDatabase } from "../storage/sqlite/storeCopies.ts";
import { STORE_FILE } from "../storage/storeFiles.ts";

export interface RestoredFolder {
  /** The file of the data folder where the store of before is kept; `null` where there was none. */
  readonly aside: string | null;
  /** Why the store of before could not be read, where it could not. */
  readonly damage: string | null;
}

/**
 * Restores a backup into a data folder that no server works on. A store there that cannot be read any more is kept as it is.
 * Killed at any moment, it leaves a folder that a server opens.
 * @throws StoreError; nothing was changed then.
 */
export async function restoreFolder(folder: string, file: string, onStep: OnStep): Promise<RestoredFolder> {
  // Says, before anything else, where the folder cannot be used or a server has it.
  holdFolder(folder).release();
  const incoming = unfinishedFile(folder);
  try {
    onStep({ step: "Checking the backup" });
    await copyFile(file, incoming, constants.COPYFILE_EXCL);
    await chmod(incoming, 0o600);
    await prepareBackup(incoming, file);
    return await putInPlace(folder, incoming, onStep);
  } finally {
    await removeDatabase(incoming);
  }
}

async function putInPlace(folder: string, incoming: string, onStep: OnStep): Promise<RestoredFolder> {
  const store = join(folder, STORE_FILE);
  const aside = asideFile(folder, new Date());
  if (!existsSync(store)) {
    await alone(folder, () => rename(incoming, store));
    return { aside: null, damage: null };
  }
  try {
    await replaceReadable(folder, incoming, aside, onStep);
    return { aside: basename(aside), damage: null };
  } catch (error) {
    await alone(folder, async () => replaceDamaged(store, incoming, aside));
    return { aside: basename(aside), damage: error instanceof Error ? error.message : String(error) };
  }
}

/** As a running server does it: what was withdrawn since the backup stays withdrawn. */
async function replaceReadable(
  folder: string,
  incoming: string,
  aside: string,
  onStep: OnStep,
): Promise<void> {
  const storage = await openSqliteStorage(folder);
  try {
    const step = "Keeping the present store";
    onStep({ step });
    await storage.copies?.copyTo(aside, (doneBytes, allBytes) => onStep({ step, doneBytes, allBytes }));
    onStep({ step: "Putting the backup in its place" });
    await storage.copies?.replaceWith(incoming);
  } catch (error) {
    await removeDatabase(aside);
    throw error;
  } finally {
    await storage.close();
  }
}

async function alone(folder: string, work: () => Promise<void>): Promise<void> {
  const held = holdFolder(folder);
  try {
    await work();
  } finally {
    held.release();
  }
}
