import type { WebsocketProvider } from "y-websocket";

/**
 * Yjs takes another client id for a document when somebody else writes under its own, by a fault or on purpose. The provider
 * goes on with the first for presence, and then fails to disconnect for want of a word about the second: it gets one.
 */
export function bearNewClientId({ doc, awareness }: WebsocketProvider): void {
  doc.on("afterTransactionCleanup", () => {
    const { clientID } = doc;
    if (!awareness.meta.has(clientID)) awareness.meta.set(clientID, { clock: 0, lastUpdated: 0 });
  });
}
