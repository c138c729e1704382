/** The others' movements come twenty times a second from each; what shows them is drawn again no more often than this in all. */
const SHORTEST_GAP_MS = 50;

/**
 * Calls a listener with the next frame instead of at once, however often it is to be called until then, and leaves some time between
 * two calls: ten people who move are one drawing at a time, and a key press comes between.
 */
export function oncePerFrame(listener: () => void): { readonly call: () => void; readonly stop: () => void } {
  let frame = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  const step = (now: number) => {
    if (now - lastAt < SHORTEST_GAP_MS) {
      frame = requestAnimationFrame(step);
      return;
    }
    frame = 0;
    listener();
    lastAt = performance.now();
  };
  return {
    call: () => {
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
