import type { MapElement } from "../../shared/model/element.ts";
import { isLocked } from "../../shared/model/locked.ts";
import { editName } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";

/** What of the elements is not locked. If all of them are, a message says so, and who can unlock them. */
export function unlockedOf(session: MapSession, elements: readonly MapElement[]): readonly MapElement[] {
  const free = elements.filter((element) => !isLocked(element));
  if (free.length === 0) sayLocked(session, elements);
  return free;
}

/** Says that elements are locked. */
export function sayLocked(session: MapSession, elements: readonly MapElement[]): void {
  const [first] = elements;
  if (first === undefined) return;
  const name = first.name.trim() || `This ${first.type}`;
  const what = elements.length === 1 ? `${name} is locked` : `${elements.length} cards are locked`;
  const them = elements.length === 1 ? "it" : "them";
  showToast(
    session.role === "owner"
      ? `${what}. Unlock ${them} first.`
      : `${what}. A facilitator can unlock ${them}.`,
  );
}

/** Starts editing the name of an element on its card, unless it is locked: a message says so. */
export function editNameUnlessLocked(session: MapSession, id: string): void {
  const element = session.snapshots.get().elementById.get(id);
  if (element !== undefined && isLocked(element)) sayLocked(session, [element]);
  else editName(id);
}
