import type { MapElement } from "../../shared/model/element.ts";
import { isLocked, LOCKED } from "../../shared/model/locked.ts";
import { wordsForElements } from "../actions/targets.ts";
import { performWithUndo } from "../findings/performWithUndo.ts";
import type { MapSession } from "../sync/MapSession.ts";

/** Locks or unlocks cards: one step of the history. For facilitators; nothing happens for others. */
export function setLocked(session: MapSession, elements: readonly MapElement[], locked: boolean): void {
  const changing = elements.filter((element) => isLocked(element) !== locked);
  if (session.role !== "owner" || changing.length === 0) return;
  const words = wordsForElements(changing);
  performWithUndo(
    session,
    `${locked ? "Lock" : "Unlock"} ${words}`,
    (editor) => {
      for (const { id } of changing) editor.setField(id, LOCKED, locked ? true : undefined);
    },
    `${locked ? "Locked" : "Unlocked"} ${words}`,
  );
}
