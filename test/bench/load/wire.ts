import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Room, Wire } from "./Room.ts";

const sync = 0;
const presence = 1;
/** Hocuspocus: authentication, and a sync message that wants no answer. */
const authentication = 2;
const syncReply = 4;

export const STATE_VECTOR = 0;
export const MISSING_STATE = 1;
export const UPDATE = 2;

export function syncMessage(wire: Wire, step: number, body: Uint8Array): Uint8Array {
  return message(wire, (encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function presenceMessage(wire: Wire, clientId: number, clock: number, state: unknown): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, 1);
  encoding.writeVarUint(body, clientId);
  encoding.writeVarUint(body, clock);
  encoding.writeVarString(body, JSON.stringify(state));
  return message(wire, (encoder) => {
    encoding.writeVarUint(encoder, presence);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  });
}

/** What must be said before anything else, if there is something. */
export function greeting({ wire }: Room): Uint8Array | null {
  if (wire.kind !== "hocuspocus") return null;
  return message(wire, (encoder) => {
    encoding.writeVarUint(encoder, authentication);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "a token");
  });
}

/** A sync message as it came. */
export interface SyncFrame {
  readonly step: number;
  readonly body: Uint8Array;
}

/** Reads a message if it is about the document. */
export function readSync(wire: Wire, frame: Uint8Array): SyncFrame | null {
  const decoder = decoding.createDecoder(frame);
  if (wire.kind === "hocuspocus") decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (type !== sync && type !== syncReply) return null;
  return { step: decoding.readVarUint(decoder), body: decoding.readVarUint8Array(decoder) };
}

function message(wire: Wire, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  if (wire.kind === "hocuspocus") encoding.writeVarString(encoder, wire.name);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
