import { basename } from "node:path";
import type { ServerParts } from "../ServerParts.ts";
import type { StoreCopies } from "../storage/Storage.ts";
import { StoreError } from "../storage/StoreError.ts";
import type { OnProgress } from "../storage/sqlite/storeCopies.ts";
import { asideFile } from "./unfinished.ts";

/** How long people's last changes and the calls that run have, before nothing is restored. */
const longestWaitMs = 10_000;

export interface RunningRestore {
  readonly parts: Pick<ServerParts, "admission" | "rooms" | "log">;
  readonly copies: StoreCopies;
  readonly folder: string;
  /** The backup, in a file of its own that may be changed. */
  readonly incoming: string;
  /** What messages call the backup. */
  readonly name: string;
  onStep(step: string): void;
  readonly onProgress: OnProgress;
  /** Whether whoever asked is still there. */
  isStillWanted(): boolean;
}

/**
 * Restores a backup inside of a running server: checks it while people go on working, sends everybody away to come back
 * (1012), keeps what is there beside it, and puts the backup in its place. Answers with the name of the file where the store of
 * before is kept.
 * @throws StoreError; the store is as it was then, and people are let in again.
 */
export async function restoreRunning(restore: RunningRestore): Promise<string> {
  const { parts, copies, folder, incoming, name, onStep, onProgress, isStillWanted } = restore;
  const { admission, rooms, log } = parts;
  onStep("Checking the backup");
  await copies.prepare(incoming, name);
  if (!isStillWanted()) throw new StoreError("Whoever asked has gone. Nothing was restored.");
  const aside = asideFile(folder, new Date());
  onStep("Sending everybody away, saving what they have changed");
  try {
    const [isQuiet, isSaved] = await Promise.all([
      admission.close(longestWaitMs),
      rooms.drain(longestWaitMs),
    ]);
    if (!isQuiet || !isSaved) {
      throw new StoreError(
        "What people have changed could not be saved in time. Nothing was restored. Stop the server to restore all the same.",
      );
    }
    onStep("Keeping the present store");
    await copies.copyTo(aside, onProgress);
    onStep("Putting the backup in its place");
    await copies.replaceWith(incoming);
  } catch (error) {
    log.error({ err: error }, "A backup could not be restored; everything is as it was.");
    throw error;
  } finally {
    rooms.reopen();
    admission.open();
  }
  log.warn({ kept: basename(aside) }, "A backup was restored in the place of the store.");
  return basename(aside);
}
