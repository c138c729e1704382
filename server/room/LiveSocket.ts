import type { CloseCode } from "../../shared/protocol/closeCodes.ts";
import type { Frame } from "./frames.ts";

/** What a live socket tells its connection. */
export interface LiveSocketListener {
  /** A message; `null` for one that is no bytes. */
  onMessage(data: Uint8Array | null): void;
  /** The other side is there: it has answered, or come for what waits. */
  onAlive(): void;
  /** Nothing waits any more (`waitingBytes` is 0 or close to it) after something had. May be called more often than that. */
  onDrained(): void;
  /** Once, when it is over, whoever ended it. */
  onClosed(code: number): void;
}

/**
 * One way to one client: a WebSocket, or what stands in for one over plain HTTP. Frames arrive in the order in which they were
 * sent, each once, or the socket closes. What is called after it has closed does nothing.
 */
export interface LiveSocket {
  readonly transport: "websocket" | "http";
  readonly isOpen: boolean;
  /** Bytes that were sent and have not left this process. */
  readonly waitingBytes: number;
  /** Sends several frames with one write. */
  send(frames: readonly Frame[]): void;
  /** Takes no more messages, says goodbye, and is cut if that takes too long. */
  close(code: CloseCode, reason: string): void;
  /** Cuts it. */
  terminate(): void;
  /** Asks the other side to show that it is there. */
  ping(): void;
  /** Nothing is read between the two. */
  pause(): void;
  resume(): void;
  /** Sets who is told; once. */
  listen(listener: LiveSocketListener): void;
}
