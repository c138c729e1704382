import type { AddressInfo } from "node:net";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type WebSocket, WebSocketServer } from "ws";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { MESSAGE, PROTOCOL } from "../../../shared/protocol/messages.ts";

/** A server of one map that does just what a test tells it: when it asks for what it lacks, when it answers, when it closes. */
export class FakeServer {
  readonly doc = new Y.Doc();
  readonly sockets = new Set<WebSocket>();
  readonly urls: string[] = [];
  /** The numbers that clients asked about, in order. */
  readonly asked: number[] = [];
  /** Of which clients each socket has said something. */
  readonly saidOf = new Map<WebSocket, Set<number>>();
  isAnswering = true;
  /** The close code for everybody who connects, if there is one. */
  refuseWith: number | undefined;
  /** What each socket has last said of its person: whoever comes later hears it. */
  readonly #presence = new Map<WebSocket, Uint8Array>();
  #server: WebSocketServer | undefined;
  #port = 0;

  constructor() {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      for (const socket of this.sockets) {
        if (socket !== origin) this.#send(socket, MESSAGE.sync, (encoder) => writeUpdate(encoder, update));
      }
    });
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${this.#port}/sync`;
  }

  async start(): Promise<void> {
    const server = new WebSocketServer({
      host: "127.0.0.1",
      port: this.#port,
      handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
    });
    await new Promise<void>((resolve, reject) => {
      server.once("listening", resolve);
      server.once("error", reject);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    server.on("connection", (socket, request) => this.#welcome(socket, request.url ?? ""));
  }

  /** Ends like a process that is killed; `start` brings it back on the same port. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
    this.#server = undefined;
  }

  closeAll(code: number, reason = ""): void {
    for (const socket of this.sockets) socket.close(code, reason);
  }

  answer(number: number): void {
    for (const socket of this.sockets)
      this.#send(socket, MESSAGE.durableAck, (encoder) => encoding.writeVarUint(encoder, number));
  }

  /** 1: the store takes nothing now; 0: it does again. */
  sayStoreState(state: 0 | 1): void {
    for (const socket of this.sockets)
      this.#send(socket, MESSAGE.storeState, (encoder) => encoding.writeVarUint(encoder, state));
  }

  #welcome(socket: WebSocket, url: string): void {
    this.urls.push(url);
    if (this.refuseWith !== undefined) {
      socket.close(this.refuseWith);
      return;
    }
    this.sockets.add(socket);
    socket.on("close", () => {
      this.sockets.delete(socket);
      this.#presence.delete(socket);
    });
    socket.on("message", (data: Buffer) => this.#read(socket, new Uint8Array(data)));
    this.#send(socket, MESSAGE.sync, (encoder) => writeSyncStep1(encoder, this.doc));
    for (const message of this.#presence.values()) socket.send(message);
  }

  #read(socket: WebSocket, message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) {
      const reply = encoding.createEncoder();
      encoding.writeVarUint(reply, MESSAGE.sync);
      readSyncMessage(decoder, reply, this.doc, socket);
      if (encoding.length(reply) > 1) socket.send(encoding.toUint8Array(reply));
    } else if (type === MESSAGE.ackRequest) {
      const number = decoding.readVarUint(decoder);
      this.asked.push(number);
      if (this.isAnswering) this.answer(number);
    } else if (type === MESSAGE.presence) {
      this.#presence.set(socket, message);
      this.saidOf.set(socket, new Set([...(this.saidOf.get(socket) ?? []), ...clientsIn(decoder)]));
      for (const other of this.sockets) if (other !== socket) other.send(message);
    }
  }

  #send(socket: WebSocket, type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  }
}

/** The clients that a presence message is about. */
function clientsIn(message: decoding.Decoder): number[] {
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(message));
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    decoding.readVarString(decoder);
    return client;
  });
}
