const shortestMs = 100;
const firstMs = 600;
const longestMs = 8_000;
/** A server that restarts sends everybody away at the same moment: over this time they come back. */
const spreadMs = 2_000;
/** Doubled so often, the first wait has long reached the longest. */
const mostDoublings = 10;

/**
 * How long to wait before the next attempt to connect, in milliseconds: any moment of a time that doubles with every failure ("full
 * jitter"), so that those who lost the server together do not come back together.
 * @param failures attempts and connections that have ended since the last one that worked, at least 1.
 * @param isSentAway whether the server itself said to come back later, to everybody perhaps.
 * @param random from 0 to 1.
 */
export function reconnectDelayMs(failures: number, isSentAway: boolean, random: number): number {
  const doublings = Math.min(Math.max(failures - 1, 0), mostDoublings);
  const upToMs = Math.min(longestMs, Math.max(firstMs * 2 ** doublings, isSentAway ? spreadMs : 0));
  return Math.round(shortestMs + random * (upToMs - shortestMs));
}
