/** How the messages of a room travel. */
export type Wire =
  /** y-websocket's protocol. */
  | { readonly kind: "y-websocket" }
  /** Hocuspocus' protocol: every message begins with the document's name, and the first shows a token. */
  | { readonly kind: "hocuspocus"; readonly name: string }
  /** Nobody answers: whoever is connected is in step. */
  | { readonly kind: "relay" };

/** How to join one room. */
export interface Room {
  readonly url: string;
  readonly protocols: readonly string[];
  readonly wire: Wire;
}
