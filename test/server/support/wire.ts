import * as encoding from "lib0/encoding";
import { MESSAGE, SYNC } from "../../../shared/protocol/messages.ts";

/** Says what a client has. */
export function stateVector(vector: Uint8Array): Uint8Array {
  return sync(SYNC.stateVector, vector);
}

export function update(bytes: Uint8Array): Uint8Array {
  return sync(SYNC.update, bytes);
}

export function ackRequest(number: number): Uint8Array {
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.ackRequest);
  encoding.writeVarUint(message, number);
  return encoding.toUint8Array(message);
}

export function presence(clientId: number, clock: number, json: string): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, 1);
  encoding.writeVarUint(body, clientId);
  encoding.writeVarUint(body, clock);
  encoding.writeVarString(body, json);
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.presence);
  encoding.writeVarUint8Array(message, encoding.toUint8Array(body));
  return encoding.toUint8Array(message);
}

function sync(step: number, body: Uint8Array): Uint8Array {
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.sync);
  encoding.writeVarUint(message, step);
  encoding.writeVarUint8Array(message, body);
  return encoding.toUint8Array(message);
}
