import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { STORE_FILE } from "./storeFiles.ts";

/** Bytes of a folder's store, its write-ahead log included, and bytes that are free beside it. */
export async function diskOf(folder: string): Promise<{ storeBytes: number; freeBytes: number }> {
  const path = join(folder, STORE_FILE);
  const sizes = await Promise.all([path, `${path}-wal`].map(sizeOf));
  const { bavail, bsize } = await statfs(folder);
  return { storeBytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes: bavail * bsize };
}

/** 0 where there is no such file. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
