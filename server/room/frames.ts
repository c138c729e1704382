import * as encoding from "lib0/encoding";
import { MESSAGE, SYNC } from "../../shared/protocol/messages.ts";
import type { PresenceEntry } from "./PresenceTable.ts";

/** A message to one or many clients, encoded once. */
export type Frame = Uint8Array;

/** Asks a client for what it has and the server lacks. */
export function stateVectorFrame(stateVector: Uint8Array): Frame {
  return syncFrame(SYNC.stateVector, stateVector);
}

/** Answers a client's state vector: after this it is in step. */
export function missingStateFrame(update: Uint8Array): Frame {
  return syncFrame(SYNC.missingState, update);
}

export function updateFrame(update: Uint8Array): Frame {
  return syncFrame(SYNC.update, update);
}

export function presenceFrame(entries: readonly PresenceEntry[]): Frame {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { clientId, clock, json } of entries) {
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, json ?? "null");
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, MESSAGE.presence);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

/** Says nothing, and is heard: presence of nobody. */
export const HEARTBEAT_FRAME: Frame = presenceFrame([]);

export function ackFrame(number: number): Frame {
  return numbersFrame(MESSAGE.durableAck, number);
}

/** Says whether the store takes changes now. */
export function storeStateFrame(isFailing: boolean): Frame {
  return numbersFrame(MESSAGE.storeState, isFailing ? 1 : 0);
}

function numbersFrame(...numbers: readonly number[]): Frame {
  const frame = encoding.createEncoder();
  for (const number of numbers) encoding.writeVarUint(frame, number);
  return encoding.toUint8Array(frame);
}

function syncFrame(step: number, body: Uint8Array): Frame {
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, MESSAGE.sync);
  encoding.writeVarUint(head, step);
  encoding.writeVarUint(head, body.byteLength);
  const headBytes = encoding.toUint8Array(head);
  const frame = new Uint8Array(headBytes.byteLength + body.byteLength);
  frame.set(headBytes);
  frame.set(body, headBytes.byteLength);
  return frame;
}
