import { onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { RunningServer } from "../../../server/startServer.ts";

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Close codes after which the provider stays away. */
  readonly closedFor: readonly number[];
}

/** A y-websocket provider just as others use it: nothing of ours in it. */
export function stockClient(
  server: Pick<RunningServer, "url">,
  id: string,
  token: string,
  doc = new Y.Doc(),
): StockClient {
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/sync`, id, doc, {
    protocols: ["plumbline", `plumbline.token.${token}`],
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  const closedFor: number[] = [];
  provider.on("closed", ({ code }) => closedFor.push(code));
  onTestFinished(() => {
    provider.destroy();
    doc.destroy();
  });
  return { doc, provider, closedFor };
}

/** Waits until a client has everything the server had when it joined. */
export async function synced({ provider }: StockClient): Promise<void> {
  await until(() => provider.synced);
}

/** Waits for a condition. */
export async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!condition()) throw new Error("The condition has not come true.");
    },
    { timeout: 15_000, interval: 5 },
  );
}
