import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { bearNewClientId } from "../../../client/sync/bearNewClientId.ts";

it("lets a provider leave after somebody else has written under its client id", () => {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider("ws://127.0.0.1:9/sync", "map", doc, {
    connect: false,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  bearNewClientId(provider);
  const before = doc.clientID;
  const other = new Y.Doc();
  other.clientID = before;
  other.getMap("elements").set("forged", 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(doc.clientID).not.toBe(before);
  expect(() => provider.destroy()).not.toThrow();
});
