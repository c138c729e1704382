import { select } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";
import { targetElements, targetIds, wordsForElements } from "./targets.ts";

/** Deletes the cards and lines that are selected. */
export const deleteSelection: Action = {
  id: "delete",
  label: "Delete",
  group: "Edit",
  shortcuts: ["Delete", "Backspace"],
  keysWork: "on-canvas",
  writes: true,
  enabled: () => targetIds().length > 0,
  run(session) {
    const ids = targetIds();
    const elements = targetElements(session);
    const what = elements.length > 0 ? wordsForElements(elements) : linesInWords(ids.length);
    session.perform(`Delete ${what}`, (editor) => editor.remove(ids));
    select([]);
  },
};

function linesInWords(count: number): string {
  return count === 1 ? "a connection" : `${count} connections`;
}
