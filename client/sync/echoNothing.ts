import type { WebsocketProvider } from "y-websocket";

/**
 * The provider would send every word about others back to the server from where it has just come. It sends what this tab says, and
 * contradicts where the server says of this tab that it has gone.
 */
export function echoNothing(provider: WebsocketProvider): void {
  const { awareness, _awarenessUpdateHandler: send } = provider;
  awareness.off("update", send);
  provider._awarenessUpdateHandler = (change, origin) => {
    const { added, updated, removed }: Record<string, number[]> = change;
    const isOwn = [added, updated, removed].some((ids) => ids?.includes(awareness.clientID));
    if (origin !== provider) send(change, origin);
    else if (isOwn) send({ added: [], updated: [awareness.clientID], removed: [] }, origin);
  };
  awareness.on("update", provider._awarenessUpdateHandler);
}
