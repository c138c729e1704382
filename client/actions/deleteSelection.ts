import { isLocked } from "../../shared/model/locked.ts";
import { sayLocked } from "../arrange/refuseLocked.ts";
import { select } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";
import { targetElements, targetIds, wordsForElements } from "./targets.ts";

/** Deletes the cards and lines that are selected. What is locked stays, and a message says so. */
export const deleteSelection: Action = {
  id: "delete",
  label: "Delete",
  group: "Edit",
  menus: ["card", "connection", "several"],
  shortcuts: ["Delete", "Backspace"],
  keysWork: "on-canvas",
  writes: true,
  enabled: () => targetIds().length > 0,
  run(session) {
    const elements = targetElements(session);
    const locked = elements.filter(isLocked);
    if (locked.length > 0) sayLocked(session, locked);
    const kept = new Set(locked.map(({ id }) => id));
    const ids = targetIds().filter((id) => !kept.has(id));
    if (ids.length === 0) return;
    const going = elements.filter(({ id }) => !kept.has(id));
    const what = going.length > 0 ? wordsForElements(going) : linesInWords(ids.length);
    session.perform(`Delete ${what}`, (editor) => editor.remove(ids));
    select([...kept]);
  },
};

function linesInWords(count: number): string {
  return count === 1 ? "a connection" : `${count} connections`;
}
