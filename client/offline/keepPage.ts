import { firstScreenDrawn } from "../map/firstScreen.ts";

/** Has the browser keep the page itself, so that it loads without a network after this visit. Only on secure addresses; elsewhere nothing happens. */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await firstScreenDrawn;
  try {
    await navigator.serviceWorker.register("/serviceWorker.js", { scope: "/", updateViaCache: "none" });
  } catch {
    // Some browsers refuse in private windows: the page then needs a network to load.
  }
}
