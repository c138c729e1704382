/** Where the browser draws no frames, such as in a tab in the background, waiting for one would be for ever. */
const longestWaitMs = 500;

let open: () => void;

/**
 * Settled once what the page is for (the map; on other pages the page itself) is on the screen. What stands around it, and what is
 * needed only later, is loaded after that.
 */
export const firstScreenDrawn = new Promise<void>((resolve) => {
  open = resolve;
});

/** Says that what the page is for has been rendered: it is on the screen with the next frame but one. */
export function firstScreenRendered(): void {
  setTimeout(open, longestWaitMs);
  requestAnimationFrame(() => requestAnimationFrame(open));
}
