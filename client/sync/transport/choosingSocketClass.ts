import { ChoosingSocket, type Patience } from "./ChoosingSocket.ts";
import { HttpSocket } from "./HttpSocket.ts";
import type { Route, Way } from "./Route.ts";
import type { SocketLike } from "./SocketLike.ts";

/** What a y-websocket provider is given in the place of the browser's WebSocket, to find the way by itself. */
export function choosingSocketClass(
  route: Route,
  webSocket: typeof WebSocket = WebSocket,
  patience: Patience = {},
): typeof WebSocket {
  const open = (way: Way, url: string, protocols: readonly string[]): SocketLike =>
    way === "http"
      ? new HttpSocket(url, protocols)
      : (new webSocket(url, [...protocols]) as unknown as SocketLike);
  class RoutedSocket extends ChoosingSocket {
    constructor(url: string, protocols: readonly string[] = []) {
      super(url, protocols, { route, open, ...patience });
    }
  }
  return RoutedSocket as unknown as typeof WebSocket;
}
