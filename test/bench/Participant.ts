import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import type { Room } from "./servers.ts";

const messageSync = 0;
const messageAwareness = 1;

/** A person in a room, as light as can be so that one process can be a hundred of them. */
export class Participant {
  readonly doc = new Y.Doc();
  /** Milliseconds from sending to seeing, for every value seen by this person if they watch. */
  readonly latencies: number[] = [];
  receivedBytes = 0;
  receivedFrames = 0;
  private awarenessClock = 0;
  private readonly socket: WebSocket;

  private constructor(
    room: Room,
    private readonly watches: boolean,
  ) {
    this.socket = new WebSocket(room.url, [...room.protocols]);
    this.socket.binaryType = "nodebuffer";
    if (watches) {
      this.doc.getMap<number>("times").observe((event) => {
        if (event.transaction.local) return;
        const now = performance.timeOrigin + performance.now();
        for (const key of event.keysChanged)
          this.latencies.push(now - (this.doc.getMap<number>("times").get(key) ?? now));
      });
    }
  }

  /** Joins and waits for the document. Only those who watch read every frame; the others count them, as a real browser elsewhere would read its own. */
  static join(room: Room, watches: boolean): Promise<Participant> {
    const person = new Participant(room, watches);
    return new Promise((resolve, reject) => {
      person.socket.on("error", reject);
      person.socket.on("open", () => {
        person.send((encoder) => {
          encoding.writeVarUint(encoder, messageSync);
          writeSyncStep1(encoder, person.doc);
        });
      });
      person.socket.on("message", (frame: Buffer) => {
        person.receivedFrames++;
        person.receivedBytes += frame.length;
        if (person.read(frame)) resolve(person);
      });
    });
  }

  /** Writes one value that says when it was written. */
  write(key: string): void {
    let update: Uint8Array | undefined;
    const keep = (made: Uint8Array) => {
      update = made;
    };
    this.doc.once("update", keep);
    this.doc.getMap<number>("times").set(key, performance.timeOrigin + performance.now());
    if (!update) return;
    const made = update;
    this.send((encoder) => {
      encoding.writeVarUint(encoder, messageSync);
      writeUpdate(encoder, made);
    });
  }

  moveCursor(x: number, y: number): void {
    this.awarenessClock++;
    const presence = encoding.createEncoder();
    encoding.writeVarUint(presence, 1);
    encoding.writeVarUint(presence, this.doc.clientID);
    encoding.writeVarUint(presence, this.awarenessClock);
    encoding.writeVarString(
      presence,
      JSON.stringify({
        user: { name: "A person", organisation: "A trust", colour: "#005eb8" },
        cursor: { x, y },
      }),
    );
    this.send((encoder) => {
      encoding.writeVarUint(encoder, messageAwareness);
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(presence));
    });
  }

  leave(): void {
    this.socket.terminate();
    this.doc.destroy();
  }

  /** Returns true when the server has sent what it holds. */
  private read(frame: Buffer): boolean {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== messageSync) return false;
    const kind = decoding.peekVarUint(decoder);
    if (kind === 2 && !this.watches) return false;
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, messageSync);
    readSyncMessage(decoder, reply, this.doc, "server");
    if (encoding.length(reply) > 1) this.socket.send(encoding.toUint8Array(reply));
    return kind === 1;
  }

  private send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }
}
