import { readPresence } from "../../shared/protocol/presence.ts";
import type { Person } from "./MapSession.ts";

/** What another tab says about itself, within bounds; undefined where it has not said who it is. */
export function readPerson(clientId: number, state: unknown): Person | undefined {
  const { user, cursor, selection, drag, field, view } = readPresence(state);
  if (user === undefined || user.name.trim() === "") return undefined;
  return {
    clientId,
    name: user.name,
    organisation: user.organisation,
    ...(user.verified && { verified: user.verified }),
    colour: user.colour,
    cursor,
    selection: selection ?? [],
    drag: drag !== undefined && drag.ids.length > 0 ? drag : undefined,
    field,
    view,
  };
}
