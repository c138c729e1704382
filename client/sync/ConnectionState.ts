import type { SIGN_IN_REASONS } from "../../shared/protocol/signIn.ts";

/** Why a session is over that goes on after signing in. */
export type SignInEnd = (typeof SIGN_IN_REASONS)[keyof typeof SIGN_IN_REASONS];

/** Why a session is over for good; nothing that the tab does by itself brings it back. */
export type EndReason =
  /** The link was taken back while the map was open. */
  | "revoked"
  /** A facilitator has sent this browser away. */
  | "removed"
  /** The link is not valid (any more). */
  | "no-link"
  /** There is no such map; it may have been deleted while it was open. */
  | "no-map"
  /** The link lets nobody change the map any more, and this tab holds changes. */
  | "read-only"
  /** The server could not read what this tab sent. */
  | "malformed"
  /** The link demands a sign-in, or the sign-in is over. */
  | SignInEnd;

/** Where changes are that no server has confirmed: on this device they outlive the tab, in the tab they are lost with it. */
export type Place = "device" | "tab";

/**
 * What is true about the connection at this moment, for the save indicator. `changes` counts the edits that were made on this
 * device, now or on an earlier visit, and that no server has confirmed.
 */
export type ConnectionState =
  /** The map has not been received yet. `failed`: at least one attempt has come to nothing. */
  | { readonly kind: "connecting"; readonly failed: boolean }
  /** Everything is committed on the server, and this tab shows what everybody sees. */
  | { readonly kind: "saved" }
  /** Sent, or about to be. `changes` is 0 where the server is only asked whether it has what the device had kept. */
  | { readonly kind: "saving"; readonly changes: number }
  /** There is a connection, but the server has confirmed nothing of what waits for ten seconds. */
  | { readonly kind: "slow"; readonly changes: number; readonly place: Place }
  /** There is a connection, and the server says that its store cannot take changes now. */
  | { readonly kind: "store-fails"; readonly changes: number; readonly place: Place }
  /** No connection, nothing waiting. `isCopy`: what is on the screen is the device's copy; the server has not been heard since. */
  | { readonly kind: "reconnecting"; readonly isCopy: boolean }
  /** No connection, and edits wait. */
  | { readonly kind: "offline"; readonly changes: number; readonly place: Place; readonly isCopy: boolean }
  | {
      readonly kind: "ended";
      readonly reason: EndReason;
      readonly changes: number;
      readonly place: Place;
    };
