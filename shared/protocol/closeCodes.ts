/** Why the server closes a socket. A stock y-websocket client stays away after 4400 to 4499: these are final. */
export const CLOSE_CODE = {
  malformed: 4400,
  noValidToken: 4401,
  /** The link was taken back, or this person was sent away: the reason tells which. */
  revoked: 4403,
  noSuchMap: 4404,
  /** Too fast, too slow a reader, or nothing that the server can do now: try later. */
  tryLater: 1013,
  /** The server is going down to come back. */
  restart: 1012,
} as const;
/** The reason given with `revoked` to somebody who was sent away, whatever link they show. */
export const REMOVED_REASON = "removed";
export type CloseCode = (typeof CLOSE_CODE)[keyof typeof CLOSE_CODE];
