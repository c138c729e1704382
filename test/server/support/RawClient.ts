import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { RunningServer } from "../../../server/startServer.ts";
import { MESSAGE, SYNC } from "../../../shared/protocol/messages.ts";
import { HttpRawSocket } from "./HttpRawSocket.ts";
import { until } from "./stockClient.ts";

/** Presence as it came over the wire: of each client id the newest state. */
export type HeardPresence = ReadonlyMap<number, unknown>;

/** Where a server is, and how to speak to it; by WebSocket unless told otherwise. */
export interface Reachable extends Pick<RunningServer, "url"> {
  readonly transport?: "websocket" | "http";
}

/** A socket that says exactly what a test tells it to say, and writes down what it hears. */
export class RawClient {
  readonly socket: WebSocket;
  readonly heard: Uint8Array[] = [];
  readonly acks: number[] = [];
  readonly updates: Uint8Array[] = [];
  readonly presence = new Map<number, { clock: number; state: unknown }>();
  closeCode: number | null = null;
  closeReason = "";
  httpStatus: number | null = null;

  constructor(
    server: Reachable,
    path: string,
    protocols: readonly string[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const url = `${server.url.replace("http", "ws")}/sync/${path}`;
    this.socket =
      server.transport === "http"
        ? HttpRawSocket.asWebSocket(url, protocols)
        : new WebSocket(url, [...protocols], { headers });
    this.socket.binaryType = "nodebuffer";
    this.socket.on("message", (data: Buffer) => this.#hear(new Uint8Array(data)));
    this.socket.on("close", (code, reason) => {
      this.closeCode = code;
      this.closeReason = String(reason);
    });
    this.socket.on("unexpected-response", (_request, response) => {
      this.httpStatus = response.statusCode ?? 0;
      this.socket.terminate();
    });
    this.socket.on("error", () => {});
    onTestFinished(() => this.socket.terminate());
  }

  /** A client with a token, in the room once this resolves. */
  static async join(
    server: Reachable,
    path: string,
    token: string,
    ...more: readonly string[]
  ): Promise<RawClient> {
    const client = new RawClient(server, path, ["plumbline", `plumbline.token.${token}`, ...more]);
    await until(() => client.heard.length > 0);
    return client;
  }

  send(data: Uint8Array): void {
    this.socket.send(data);
  }

  sendUpdate(update: Uint8Array): void {
    this.#sendSync(SYNC.update, update);
  }

  /** Answers the server's state vector. */
  sendAnswer(update: Uint8Array): void {
    this.#sendSync(SYNC.missingState, update);
  }

  sendStateVector(stateVector: Uint8Array): void {
    this.#sendSync(SYNC.stateVector, stateVector);
  }

  sendPresence(...entries: readonly (readonly [clientId: number, clock: number, json: string])[]): void {
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, entries.length);
    for (const [clientId, clock, json] of entries) {
      encoding.writeVarUint(body, clientId);
      encoding.writeVarUint(body, clock);
      encoding.writeVarString(body, json);
    }
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, MESSAGE.presence);
    encoding.writeVarUint8Array(message, encoding.toUint8Array(body));
    this.send(encoding.toUint8Array(message));
  }

  askForAck(number: number): void {
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, MESSAGE.ackRequest);
    encoding.writeVarUint(message, number);
    this.send(encoding.toUint8Array(message));
  }

  /** Waits until the server has handled everything that was sent before. */
  async settled(): Promise<void> {
    const before = this.heard.length;
    this.send(new Uint8Array([MESSAGE.queryPresence]));
    await until(() => this.heard.slice(before).some((data) => data[0] === MESSAGE.presence));
  }

  #sendSync(step: number, body: Uint8Array): void {
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, MESSAGE.sync);
    encoding.writeVarUint(message, step);
    encoding.writeVarUint8Array(message, body);
    this.send(encoding.toUint8Array(message));
  }

  #hear(data: Uint8Array): void {
    this.heard.push(data);
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.durableAck) this.acks.push(decoding.readVarUint(decoder));
    if (type === MESSAGE.sync && decoding.readVarUint(decoder) !== SYNC.stateVector) {
      this.updates.push(decoding.readVarUint8Array(decoder));
    }
    if (type === MESSAGE.presence) this.#hearPresence(decoding.readVarUint8Array(decoder));
  }

  #hearPresence(body: Uint8Array): void {
    const decoder = decoding.createDecoder(body);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state: unknown = JSON.parse(decoding.readVarString(decoder));
      if (state === null) this.presence.delete(clientId);
      else this.presence.set(clientId, { clock, state });
    }
  }
}
