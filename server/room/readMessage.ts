import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { MESSAGE, SYNC } from "../../shared/protocol/messages.ts";
import { checkUpdate, type UpdateOutline } from "./checkUpdate.ts";
import { MalformedMessage } from "./MalformedMessage.ts";
import type { PresenceEntry } from "./PresenceTable.ts";

/** What a client can say. All bytes are copies of its own. */
export type ClientMessage =
  | { readonly kind: "state-vector"; readonly stateVector: Uint8Array }
  | {
      readonly kind: "update";
      readonly update: Uint8Array;
      readonly outline: UpdateOutline;
      readonly isAnswer: boolean;
    }
  | { readonly kind: "presence"; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: "query-presence" }
  | { readonly kind: "ack-request"; readonly number: number };

/**
 * Reads one message to its last byte, and checks all of it before anything is applied.
 * @throws MalformedMessage
 */
export function readMessage(data: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(data);
    const message = readBody(decoder, decoding.readVarUint(decoder));
    if (decoding.hasContent(decoder)) throw new MalformedMessage("Bytes are left over.");
    return message;
  } catch (error) {
    if (error instanceof MalformedMessage) throw error;
    throw new MalformedMessage("The message cannot be decoded.", { cause: error });
  }
}

function readBody(decoder: decoding.Decoder, type: number): ClientMessage {
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.presence:
      return { kind: "presence", entries: readPresenceEntries(decoding.readVarUint8Array(decoder)) };
    case MESSAGE.queryPresence:
      return { kind: "query-presence" };
    case MESSAGE.ackRequest:
      return { kind: "ack-request", number: decoding.readVarUint(decoder) };
    default:
      throw new MalformedMessage("There is no such message.");
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const step = decoding.readVarUint(decoder);
  const body = new Uint8Array(decoding.readVarUint8Array(decoder));
  if (step === SYNC.stateVector) {
    Y.decodeStateVector(body);
    return { kind: "state-vector", stateVector: body };
  }
  if (step !== SYNC.missingState && step !== SYNC.update)
    throw new MalformedMessage("There is no such step.");
  return {
    kind: "update",
    update: body,
    outline: checkUpdate(body),
    isAnswer: step === SYNC.missingState,
  };
}

function readPresenceEntries(body: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(body);
  const entries: PresenceEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    entries.push({ clientId, clock, json: checkState(json) });
  }
  if (decoding.hasContent(decoder)) throw new MalformedMessage("Bytes are left over.");
  return entries;
}

/** Other people's programs parse this text as it is: what is no JSON would break them. */
function checkState(json: string): string | null {
  if (json.length > LIMITS.presenceBytes) throw new MalformedMessage("The presence is too large.");
  const state: unknown = JSON.parse(json);
  if (state === null) return null;
  if (typeof state !== "object" || Array.isArray(state))
    throw new MalformedMessage("The presence is no object.");
  return json;
}
