const longestSliceMs = 12;

/** Goes through the steps of something long, and gives the page back to the browser every few milliseconds. Undefined where it was called off. */
export async function inSlices<T>(
  steps: Iterator<void, T>,
  isWanted: () => boolean = () => true,
): Promise<T | undefined> {
  let until = performance.now() + longestSliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await pageIsFree();
    if (!isWanted()) return undefined;
    until = performance.now() + longestSliceMs;
  }
}

/** Settled once the browser has had its turn: typing and painting come first. */
export function pageIsFree(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
