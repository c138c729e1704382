import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { reconnectDelayMs } from "../../client/sync/reconnectDelay.ts";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { MESSAGE, PROTOCOL, SYNC, TOKEN_PROTOCOL_PREFIX } from "../../shared/protocol/messages.ts";
import type { KnownMap } from "./Person.ts";

/** A tab reduced to its connection: it joins, gets into step, and comes back as the page does when the server goes. */
export class LightSocket {
  readonly #map: KnownMap;
  readonly #address: string;
  readonly #onInStep: () => void;
  #socket: WebSocket | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #isInStep = false;
  #hasLeft = false;

  /** @param onInStep told whenever it has got what it lacked, after it has joined. */
  constructor(map: KnownMap, address: string, onInStep: () => void) {
    this.#map = map;
    this.#address = address;
    this.#onInStep = onInStep;
    this.#connect();
  }

  get isInStep(): boolean {
    return this.#isInStep;
  }

  leave(): void {
    this.#hasLeft = true;
    clearTimeout(this.#timer);
    this.#socket?.terminate();
  }

  #connect(): void {
    const protocols = [PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${this.#map.editor}`];
    const socket = new WebSocket(`${this.#address.replace("http", "ws")}/sync/${this.#map.id}`, protocols);
    this.#socket = socket;
    socket.on("open", () => socket.send(syncMessage(SYNC.stateVector, new Uint8Array([0]))));
    socket.on("message", (data: Buffer) => this.#hear(socket, new Uint8Array(data)));
    socket.on("error", () => {});
    socket.on("close", (code) => this.#comeBack(code));
  }

  #hear(socket: WebSocket, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    // An update of nothing: it has nothing that the server lacks.
    if (step === SYNC.stateVector) socket.send(syncMessage(SYNC.missingState, new Uint8Array([0, 0])));
    if (step !== SYNC.missingState) return;
    this.#isInStep = true;
    this.#failures = 0;
    this.#onInStep();
  }

  #comeBack(code: number): void {
    this.#isInStep = false;
    if (this.#hasLeft) return;
    this.#failures += 1;
    const isSentAway = code === CLOSE_CODE.restart || code === CLOSE_CODE.tryLater;
    const delayMs = reconnectDelayMs(this.#failures, isSentAway, Math.random());
    this.#timer = setTimeout(() => this.#connect(), delayMs);
  }
}

function syncMessage(step: number, body: Uint8Array): Uint8Array {
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.sync);
  encoding.writeVarUint(message, step);
  encoding.writeVarUint8Array(message, body);
  return encoding.toUint8Array(message);
}
