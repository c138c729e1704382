import { copyOf } from "../../shared/document/copyOf.ts";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { type Box, union } from "../../shared/geometry/box.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { focusOn, select, useCanvasStore } from "../canvas/canvasStore.ts";
import { freeSpot, roomySpot } from "../canvas/freeSpot.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Action } from "./Action.ts";
import { takenSpots } from "./addElement.ts";
import { targetElements, wordsForElements } from "./targets.ts";

/** Copies the selected cards, with the connections among them, to a spot beside them. The focus goes to the copy: what is typed next is about it. */
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
    const offset = wayBeside(session, originals);
    const copy = copyOf({ elements: originals, relations }, { makeId: newId, offset, mayName: () => true });
    session.perform(`Duplicate ${wordsForElements(originals)}`, (editor) => {
      for (const element of copy.elements) editor.addElement(element);
      for (const relation of copy.relations) editor.addRelation(relation);
    });
    const ids = copy.elements.map(({ id }) => id);
    const [first] = ids;
    if (first === undefined) return;
    select(ids);
    focusOn(first);
    useCanvasStore.getState().viewport?.bringIntoView(ids);
  },
};

/** How far it is from some cards to the nearest spot for all of them together: with room for lines, or snugly where they lie in a place. */
function wayBeside(session: MapSession, originals: readonly MapElement[]): Point {
  const around = originals.map(boxOf).reduce(union);
  // What is copied counts as one: its copy does not lie in the gaps between its cards, nor on the frame of a place.
  const taken = [around, ...takenSpots(session)];
  const isInPlace = originals.every(({ place }) => place !== undefined);
  const corner = isInPlace ? freeSpot(around, around, taken) : roomySpot(around, around, taken, "around");
  return { x: corner.x - around.x, y: corner.y - around.y };
}

function boxOf(element: MapElement): Box {
  return { ...element.position, ...cardSize(element) };
}
