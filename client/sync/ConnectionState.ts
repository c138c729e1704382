/** Why a session is over for good; nothing that the tab does by itself brings it back. */
export type EndReason =
  /** The link was taken back while the map was open. */
  | "revoked"
  /** The link is not valid (any more). */
  | "no-link"
  /** There is no such map; it may have been deleted while it was open. */
  | "no-map"
  /** The server could not read what this tab sent. */
  | "malformed";

/**
 * What is true about the connection at this moment, for the save indicator. `changes` counts the edits of this tab that no
 * server has confirmed: they live in this tab and are lost with it.
 */
export type ConnectionState =
  /** The map has not been received yet. `failed`: at least one attempt has come to nothing. */
  | { readonly kind: "connecting"; readonly failed: boolean }
  /** Everything is committed on the server, and this tab shows what everybody sees. */
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly changes: number }
  /** There is a connection, but the server has confirmed nothing of what waits for ten seconds. */
  | { readonly kind: "slow"; readonly changes: number }
  /** No connection, nothing waiting. */
  | { readonly kind: "reconnecting" }
  /** No connection, and edits wait in this tab. */
  | { readonly kind: "offline"; readonly changes: number }
  | { readonly kind: "ended"; readonly reason: EndReason; readonly changes: number };
