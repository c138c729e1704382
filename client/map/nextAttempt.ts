import { reconnectDelayMs } from "../sync/reconnectDelay.ts";

/** What makes a whole room try again at once is spread over this time. */
const promptSpreadMs = 300;

/** Waits until the server should be asked again: a while that grows with every failure, or shortly after the network or the page is back. */
export function nextAttempt(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(finish, reconnectDelayMs(failures, false, Math.random()));
    function soon(): void {
      if (document.visibilityState === "hidden") return;
      clearTimeout(timer);
      timer = setTimeout(finish, Math.random() * promptSpreadMs);
    }
    function finish(): void {
      clearTimeout(timer);
      window.removeEventListener("online", soon);
      document.removeEventListener("visibilitychange", soon);
      signal.removeEventListener("abort", finish);
      resolve();
    }
    window.addEventListener("online", soon);
    document.addEventListener("visibilitychange", soon);
    signal.addEventListener("abort", finish);
  });
}
