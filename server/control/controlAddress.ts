import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { CONTROL_SOCKET } from "../storage/storeFiles.ts";

/** What the operating systems take, the smallest of them: macOS 103 bytes, Linux 107. */
const longestSocketPathBytes = 103;

/**
 * Where the server of a data folder listens for its operator: a socket in the folder, on Windows a pipe. `null` where the
 * folder's path is too long for a socket.
 */
export function controlAddress(folder: string, platform: NodeJS.Platform = process.platform): string | null {
  if (platform === "win32") {
    const name = createHash("sha256").update(resolve(folder).toLowerCase()).digest("hex").slice(0, 32);
    return `\\\\.\\pipe\\plumbline-${name}`;
  }
  const path = join(resolve(folder), CONTROL_SOCKET);
  return Buffer.byteLength(path) <= longestSocketPathBytes ? path : null;
}
