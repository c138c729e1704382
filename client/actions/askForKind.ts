import type { MapElement } from "../../shared/model/element.ts";
import type { Json } from "../../shared/model/field.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { askToConvert } from "./convertStore.ts";
import { kindNotes } from "./kindNotes.ts";

/** Asks first where another kind would leave something that no longer fits. Says whether it asks; nothing is written then. */
export function askForKind(session: MapSession, element: MapElement, kind: Json | undefined): boolean {
  if (element.type !== "organisation" || typeof kind !== "string") return false;
  if (kindNotes(session.snapshots.get(), element, kind).length === 0) return false;
  askToConvert({ id: element.id, target: `${element.type}/${kind}` });
  return true;
}
