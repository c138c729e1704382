import { EventEmitter } from "node:events";
import type { WebSocket } from "ws";
import { HttpSocket } from "../../../client/sync/transport/HttpSocket.ts";

/** The client's stand-in for a WebSocket, with as much of the face of a `ws` socket as the tests of the wire look at. */
export class HttpRawSocket extends EventEmitter {
  readonly protocol = "plumbline";
  binaryType = "nodebuffer";
  readonly #socket: HttpSocket;
  #waiting: Uint8Array[] | null = [];

  static asWebSocket(url: string, protocols: readonly string[]): WebSocket {
    return new HttpRawSocket(url, protocols) as unknown as WebSocket;
  }

  private constructor(url: string, protocols: readonly string[]) {
    super();
    this.#socket = new HttpSocket(url, protocols);
    this.#socket.onopen = () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      for (const data of waiting) this.send(data);
    };
    this.#socket.onmessage = ({ data }) => this.emit("message", Buffer.from(data));
    this.#socket.onclose = ({ code }) => this.emit("close", code);
  }

  send(data: Uint8Array): void {
    if (this.#waiting) this.#waiting.push(data);
    else this.#socket.send(new Uint8Array(data));
  }

  terminate(): void {
    this.#socket.close();
  }
}
