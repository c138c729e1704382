import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { Frame } from "../../../server/room/frames.ts";
import type { LiveSocket, LiveSocketListener } from "../../../server/room/LiveSocket.ts";
import { MESSAGE, SYNC } from "../../../shared/protocol/messages.ts";

/** A socket whose client reads when a test says so, and understands what it reads as a stock client would. */
export class HeldSocket implements LiveSocket {
  readonly transport = "websocket";
  readonly doc = new Y.Doc();
  readonly presence = new Map<number, { readonly clock: number; readonly json: string }>();
  readonly acks: number[] = [];
  readonly storeStates: number[] = [];
  /** Whether everything is read as it comes. */
  readsAtOnce = true;
  answers = 0;
  readBytes = 0;
  mostWaitingBytes = 0;
  closeCode: number | null = null;
  #waiting: Frame[] = [];
  #listener: LiveSocketListener | null = null;

  get isOpen(): boolean {
    return this.closeCode === null;
  }

  get waitingBytes(): number {
    return this.#waiting.reduce((bytes, frame) => bytes + frame.byteLength, 0);
  }

  send(frames: readonly Frame[]): void {
    this.#waiting.push(...frames);
    this.mostWaitingBytes = Math.max(this.mostWaitingBytes, this.waitingBytes);
    if (this.readsAtOnce) this.read();
  }

  /** Reads what waits: all of it, or so many frames. */
  read(count = this.#waiting.length): void {
    const hadSomething = this.#waiting.length > 0;
    for (const frame of this.#waiting.splice(0, count)) this.#hear(frame);
    if (hadSomething && this.#waiting.length === 0) this.#listener?.onDrained();
  }

  /** The client says something. */
  say(message: Uint8Array): void {
    this.#listener?.onMessage(message);
  }

  close(code: number): void {
    if (this.closeCode !== null) return;
    this.closeCode = code;
    this.#listener?.onClosed(code);
  }

  terminate(): void {
    this.close(1006);
  }

  ping(): void {}

  pause(): void {}

  resume(): void {}

  listen(listener: LiveSocketListener): void {
    this.#listener = listener;
  }

  #hear(frame: Frame): void {
    this.readBytes += frame.byteLength;
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.durableAck) this.acks.push(decoding.readVarUint(decoder));
    if (type === MESSAGE.storeState) this.storeStates.push(decoding.readVarUint(decoder));
    if (type === MESSAGE.presence) this.#hearPresence(decoding.readVarUint8Array(decoder));
    if (type !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    if (step === SYNC.stateVector) return;
    if (step === SYNC.missingState) this.answers += 1;
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder));
  }

  #hearPresence(body: Uint8Array): void {
    const decoder = decoding.createDecoder(body);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const json = decoding.readVarString(decoder);
      const known = this.presence.get(clientId);
      const isNews = !known || known.clock < clock || (known.clock === clock && json === "null");
      if (!isNews) continue;
      if (json === "null") this.presence.delete(clientId);
      else this.presence.set(clientId, { clock, json });
    }
  }
}
