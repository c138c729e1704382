import { type SignedInPerson, shownName } from "../access/SignedInPerson.ts";
import type { PresenceEntry } from "./PresenceTable.ts";
import type { ClientMessage } from "./readMessage.ts";

/** Presence in which nobody claims to be verified is passed on as it came. JSON can write any letter as an escape. */
const mayClaim = /verified|\\u/;

/** A message as it may be taken from somebody: whoever is signed in bears the directory's name, and nobody else is verified. */
export function asSaidBy(person: SignedInPerson | null, message: ClientMessage): ClientMessage {
  if (message.kind !== "presence") return message;
  return { ...message, entries: message.entries.map((entry) => entryOf(person, entry)) };
}

function entryOf(person: SignedInPerson | null, entry: PresenceEntry): PresenceEntry {
  const { json } = entry;
  if (json === null || (person === null && !mayClaim.test(json))) return entry;
  const state = JSON.parse(json) as Record<string, unknown>;
  const { verified: _, ...user } = isRecord(state.user) ? state.user : {};
  if (person === null && !isRecord(state.user)) return entry;
  const own = person === null ? user : { ...user, ...shownName(person), verified: true };
  return { ...entry, json: JSON.stringify({ ...state, user: own }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
