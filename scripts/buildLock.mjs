import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning } from "./isRunning.mjs";

const POLL_MS = 100;

/** Linking is atomic and the file is complete before it has the name, so nobody reads half a lock. */
function take(path) {
  const own = `${path}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    // Where files cannot be linked, build without a lock rather than not at all.
    return error.code !== "EEXIST";
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` while this process alone holds the lock file. A lock whose process is gone is taken over. The lock only saves work: two
 * builds at once would both be right, since each changes places with the old output when it is complete.
 */
export async function withBuildLock(path, say, work) {
  let hasSaid = false;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && !isRunning(holder)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!hasSaid) say("Waiting for another process that is building …");
    hasSaid = true;
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    if (holderOf(path) === process.pid) rmSync(path, { force: true });
  }
}
