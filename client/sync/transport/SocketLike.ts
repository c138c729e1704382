export interface SocketMessage {
  readonly data: ArrayBuffer;
}

export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** As much of a browser's WebSocket as a y-websocket provider uses. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  readonly OPEN: number;
  onopen: ((event: unknown) => void) | null;
  onmessage: ((message: SocketMessage) => void) | null;
  onclose: ((end: SocketEnd) => void) | null;
  onerror: ((event: unknown) => void) | null;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export const READY_STATE = { connecting: 0, open: 1, closing: 2, closed: 3 } as const;

/** The code of a connection that ended without a word. */
export const CUT_OFF = 1006;
