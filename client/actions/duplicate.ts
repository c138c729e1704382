import { copyOf } from "../../shared/document/copyOf.ts";
import { newId } from "../../shared/model/newId.ts";
import { select } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";
import { targetElements, wordsForElements } from "./targets.ts";

/** How far a copy lies from what it was copied from, in map units. */
const OFFSET = 32;

/** Copies the selected cards, with the connections among them. */
export const duplicate: Action = {
  id: "duplicate",
  label: "Duplicate",
  group: "Edit",
  menus: ["card", "several"],
  shortcuts: ["Mod+D"],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => targetElements(session).length > 0,
  run(session) {
    const originals = targetElements(session);
    const { relations } = session.snapshots.get().map;
    const offset = { x: OFFSET, y: OFFSET };
    const copy = copyOf({ elements: originals, relations }, { makeId: newId, offset, mayName: () => true });
    session.perform(`Duplicate ${wordsForElements(originals)}`, (editor) => {
      for (const element of copy.elements) editor.addElement(element);
      for (const relation of copy.relations) editor.addRelation(relation);
    });
    select(copy.elements.map(({ id }) => id));
  },
};
