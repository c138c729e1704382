import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file that is there whole or not at all: beside its place first, then, once the disk has it, moved. Its content is
 * for this account only.
 * @param write fills the file whose name it is given; the file does not exist yet.
 * @throws what `write` and the disk throw; EEXIST where the file is there and must not be replaced. No half file stays.
 */
export async function writeWhole(
  path: string,
  mayReplace: boolean,
  write: (part: string) => Promise<void>,
): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  try {
    await write(part);
    await sync(part, "r+");
    if (mayReplace) await rename(part, path);
    else await moveTo(part, path);
    // Not every system syncs folders.
    await sync(dirname(path), "r").catch(() => {});
  } finally {
    await rm(part, { force: true });
  }
}

/** A link, unlike a move, fails where there is something by now. Not every disk knows links. */
async function moveTo(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    await rename(part, path);
  }
}

async function sync(path: string, flags: "r" | "r+"): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
