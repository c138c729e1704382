import type { Writable } from "node:stream";
import type { RawData, WebSocket } from "ws";
import type { CloseCode } from "../../shared/protocol/closeCodes.ts";
import type { Frame } from "./frames.ts";
import type { LiveSocket, LiveSocketListener } from "./LiveSocket.ts";
import { webSocketBytes } from "./webSocketBytes.ts";

/** How long a closed socket may take to say goodbye before it is cut. */
const goodbyeMs = 5_000;

/** A WebSocket. */
export class WebSocketSocket implements LiveSocket {
  readonly transport = "websocket";
  readonly #socket: WebSocket;
  /** The stream under the socket. What everybody gets is written to it as it is, since the library would frame it anew for each. */
  readonly #stream: Writable;

  constructor(socket: WebSocket, stream: Writable) {
    this.#socket = socket;
    this.#stream = stream;
    // The library closes with the code that fits; without a listener the error would end the process.
    socket.on("error", () => {});
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get waitingBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(frames: readonly Frame[]): void {
    if (!this.isOpen) return;
    const pieces = webSocketBytes(frames);
    if (pieces.length > 1) this.#stream.cork();
    for (const piece of pieces) this.#stream.write(piece);
    if (pieces.length > 1) this.#stream.uncork();
  }

  close(code: CloseCode, reason: string): void {
    this.#socket.resume();
    this.#socket.close(code, reason);
    const cut = setTimeout(() => this.#socket.terminate(), goodbyeMs);
    this.#socket.once("close", () => clearTimeout(cut));
  }

  terminate(): void {
    this.#socket.terminate();
  }

  ping(): void {
    if (this.isOpen) this.#socket.ping();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  listen(listener: LiveSocketListener): void {
    this.#socket.on("message", (data: RawData, isBinary: boolean) => {
      listener.onMessage(isBinary && data instanceof Uint8Array ? data : null);
    });
    this.#socket.on("pong", () => listener.onAlive());
    this.#stream.on("drain", () => listener.onDrained());
    this.#socket.once("close", (code) => listener.onClosed(code));
  }
}
