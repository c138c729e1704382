import type { WebsocketProvider } from "y-websocket";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { reconnectDelayMs } from "./reconnectDelay.ts";

/** What makes a whole room try again at once, such as the network of the building, is spread over this time. */
const promptSpreadMs = 300;
/** So many failures, and the provider's own delay is the longest that it is allowed. */
const failuresForLongestDelay = 10;

/**
 * Has a provider wait as {@link reconnectDelayMs} says, and try at once when the page is looked at again or the network is back; it leaves
 * when the page goes, so that nobody sees a ghost for half a minute. `isOver`: whether there is no point in trying.
 * Returns the way to stop. `random` gives numbers from 0 to 1.
 */
export function paceReconnects(
  provider: WebsocketProvider,
  isOver: () => boolean,
  random: () => number = Math.random,
): () => void {
  let failures = 0;
  const onSync = (isSynced: boolean) => {
    if (isSynced) failures = 0;
  };
  // The provider reads both fields when everybody has heard of the close.
  const onClose = (event: CloseEvent | null) => {
    failures += 1;
    const isSentAway = event?.code === CLOSE_CODE.restart || event?.code === CLOSE_CODE.tryLater;
    provider.maxBackoffTime = reconnectDelayMs(failures, isSentAway, random());
    provider.wsUnsuccessfulReconnects = failuresForLongestDelay;
  };
  provider.on("sync", onSync);
  provider.on("connection-close", onClose);
  const stopWatching = watchPage(provider, isOver, random);
  return () => {
    stopWatching();
    provider.off("sync", onSync);
    provider.off("connection-close", onClose);
  };
}

function watchPage(provider: WebsocketProvider, isOver: () => boolean, random: () => number): () => void {
  if (typeof window === "undefined") return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    clearTimeout(timer);
    provider.disconnect();
  };
  const comeBack = () => {
    if (!isOver() && !provider.wsconnected && !provider.wsconnecting) provider.connect();
  };
  const comeBackSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(comeBack, random() * promptSpreadMs);
  };
  // A socket does not notice that its network has gone; a fresh attempt does.
  const startAfresh = () => {
    leave();
    comeBack();
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") comeBackSoon();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  window.addEventListener("online", comeBackSoon);
  window.addEventListener("offline", startAfresh);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", comeBack);
    window.removeEventListener("online", comeBackSoon);
    window.removeEventListener("offline", startAfresh);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
