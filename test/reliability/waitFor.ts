const intervalMs = 10;

/** Waits for a condition. @throws Error that says what did not come true, after so many milliseconds. */
export async function waitFor(what: string, condition: () => boolean, longestMs = 60_000): Promise<void> {
  const endAtMs = performance.now() + longestMs;
  while (!condition()) {
    if (performance.now() > endAtMs) throw new Error(`Has not come true: ${what}`);
    await pauseMs(intervalMs);
  }
}

/** Lets time pass in which others work. */
export function pauseMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
