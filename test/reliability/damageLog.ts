import { closeSync, existsSync, ftruncateSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../support/random.ts";

const mostBytes = 32 * 1024;

/** Cuts off the end of the store's log, or writes noise over some of it, as a disk does that lied when power went. */
export function damageLog(dataFolder: string, random: Random): void {
  const path = join(dataFolder, "plumbline.sqlite-wal");
  if (!existsSync(path)) return;
  const { size } = statSync(path);
  const at = Math.max(0, size - 1 - random.below(mostBytes));
  const file = openSync(path, "r+");
  try {
    if (random.chance(0.5)) ftruncateSync(file, at);
    else
      writeSync(
        file,
        Uint8Array.from({ length: 512 }, () => random.below(256)),
        0,
        512,
        at,
      );
  } finally {
    closeSync(file);
  }
}
