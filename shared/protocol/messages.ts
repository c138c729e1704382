/** The first number of every message on the wire. 0 to 3 are those of the y-websocket protocol, ours begin at 100. */
export const MESSAGE = {
  sync: 0,
  presence: 1,
  queryPresence: 3,
  /** From the server: everything that came before the request of this number is committed. */
  durableAck: 100,
  /** From a client that offered `ACK_PROTOCOL`: a number to be answered by `durableAck`. */
  ackRequest: 101,
  /** From the server, to clients that offered `ACK_PROTOCOL`: 1, its store cannot take changes now; 0, it can again. A new connection begins with 0. */
  storeState: 102,
} as const;

/** The second number of a sync message. */
export const SYNC = { stateVector: 0, missingState: 1, update: 2 } as const;

/** The WebSocket subprotocol that the server selects. */
export const PROTOCOL = "plumbline";
/** Offered besides `PROTOCOL` by clients that want durable acknowledgements. */
export const ACK_PROTOCOL = "plumbline.ack";
/** Followed by the token, offered besides `PROTOCOL` by clients without a cookie. Never selected, never logged. */
export const TOKEN_PROTOCOL_PREFIX = "plumbline.token.";
