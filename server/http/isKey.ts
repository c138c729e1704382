import { createHash, timingSafeEqual } from "node:crypto";

/** Whether what was shown is the key. Compares hashes in constant time, so that the time it takes tells nothing of the key. */
export function isKey(shown: string | undefined, key: string): boolean {
  return shown !== undefined && timingSafeEqual(digest(shown), digest(key));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
