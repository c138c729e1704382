/** Little enough that a key press still shows within a frame. */
const sliceMs = 8;

/**
 * Goes through steps without holding the page up: in slices of a few milliseconds, the first at once. Calls `done` after the last.
 * Returns the way to give up.
 */
export function runInSlices(steps: Iterator<void, void>, done: () => void): () => void {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const slice = () => {
    const end = performance.now() + sliceMs;
    while (!steps.next().done) {
      if (performance.now() < end) continue;
      handle = setTimeout(slice, 0);
      return;
    }
    done();
  };
  slice();
  return () => clearTimeout(handle);
}
