import WebSocket from "ws";
import * as Y from "yjs";
import type { Room } from "./Room.ts";
import {
  greeting,
  MISSING_STATE,
  presenceMessage,
  readSync,
  STATE_VECTOR,
  syncMessage,
  UPDATE,
} from "./wire.ts";

export interface ParticipantOptions {
  /** Reads every frame and notes how old each value is. The others count frames, as a real browser elsewhere would read its own. */
  readonly watches?: boolean;
  /** What this person has already. Never changed, so that many can share one. Default: nothing. */
  readonly doc?: Y.Doc;
  /** Does not wait for what the room holds. */
  readonly isFirst?: boolean;
}

/** A person in a room, as light as can be so that one process can be a hundred of them. */
export class Participant {
  readonly doc: Y.Doc;
  /** Milliseconds from sending to seeing, for every value seen by this person if they watch. */
  latencies: number[] = [];
  receivedBytes = 0;
  receivedFrames = 0;
  readonly room: Room;
  readonly #watches: boolean;
  readonly #sharesDoc: boolean;
  readonly #socket: WebSocket;
  #presenceClock = 0;

  private constructor(room: Room, options: ParticipantOptions) {
    this.room = room;
    this.#watches = options.watches ?? false;
    this.#sharesDoc = options.doc !== undefined;
    this.doc = options.doc ?? new Y.Doc();
    this.#socket = new WebSocket(room.url, [...room.protocols], { perMessageDeflate: false });
    this.#socket.binaryType = "nodebuffer";
    if (this.#watches) this.#noteAges();
  }

  /** Joins and waits for the document. */
  static join(room: Room, options: ParticipantOptions = {}): Promise<Participant> {
    const person = new Participant(room, options);
    const socket = person.#socket;
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", (code) => reject(new Error(`The server closed a socket with ${code}.`)));
      socket.on("open", () => {
        const first = greeting(room);
        if (first) socket.send(first);
        if (options.isFirst || room.wire.kind === "relay") return resolve(person);
        person.#say(STATE_VECTOR, Y.encodeStateVector(person.doc));
      });
      socket.on("message", (frame: Buffer) => {
        person.receivedFrames++;
        person.receivedBytes += frame.length;
        if (person.#read(frame)) resolve(person);
      });
    });
  }

  /** Whether the connection stands. */
  get isConnected(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Writes one value that says when it was written. */
  write(key: string): void {
    let made: Uint8Array | undefined;
    this.doc.once("update", (update: Uint8Array) => {
      made = update;
    });
    this.doc.getMap<number>("times").set(key, now());
    if (made) this.#say(UPDATE, made);
  }

  /** Gives the room all of a document. */
  give(doc: Y.Doc): void {
    this.#say(MISSING_STATE, Y.encodeStateAsUpdate(doc));
  }

  moveCursor(x: number, y: number): void {
    this.#presenceClock++;
    const user = { name: "A person", organisation: "A trust", colour: "#005eb8" };
    this.sendFrame(
      presenceMessage(this.room.wire, this.doc.clientID, this.#presenceClock, { user, cursor: { x, y } }),
    );
  }

  sendFrame(frame: Uint8Array): void {
    this.#socket.send(frame);
  }

  leave(): void {
    this.#socket.removeAllListeners("close");
    this.#socket.terminate();
    if (!this.#sharesDoc) this.doc.destroy();
  }

  #noteAges(): void {
    const times = this.doc.getMap<number>("times");
    times.observe((event) => {
      if (event.transaction.local) return;
      const seenAt = now();
      for (const key of event.keysChanged) this.latencies.push(seenAt - (times.get(key) ?? seenAt));
    });
  }

  /** Returns true when the server has sent what it holds. */
  #read(frame: Buffer): boolean {
    const { wire } = this.room;
    if (wire.kind === "relay" && !this.#watches) return false;
    const heard = readSync(wire, frame);
    if (!heard) return false;
    if (heard.step === STATE_VECTOR) this.#say(MISSING_STATE, this.#missingFrom(heard.body));
    else if (this.#watches || (heard.step === MISSING_STATE && !this.#sharesDoc))
      Y.applyUpdate(this.doc, heard.body, "server");
    return heard.step === MISSING_STATE;
  }

  #missingFrom(stateVector: Uint8Array): Uint8Array {
    if (!this.#sharesDoc) return Y.encodeStateAsUpdate(this.doc, stateVector);
    return differenceFor(this.doc, stateVector);
  }

  #say(step: number, body: Uint8Array): void {
    this.sendFrame(syncMessage(this.room.wire, step, body));
  }
}

const differences = new WeakMap<Y.Doc, Map<string, Uint8Array>>();

/** What a document has beyond a state vector; made once for all who share the document. */
function differenceFor(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  const known = differences.get(doc) ?? new Map<string, Uint8Array>();
  differences.set(doc, known);
  const key = Buffer.from(stateVector).toString("base64");
  const difference = known.get(key) ?? Y.encodeStateAsUpdate(doc, stateVector);
  known.set(key, difference);
  return difference;
}

/** Milliseconds on the clock of this machine, the same in every process. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
