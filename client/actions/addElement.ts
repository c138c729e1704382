import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { editName, focusOn, select, setConnecting, useCanvasStore } from "../canvas/canvasStore.ts";
import { freeSpot, roomySpot, type Spot, toGrid } from "../canvas/freeSpot.ts";
import { newElement } from "../palette/newElement.ts";
import type { PaletteItem } from "../palette/paletteItems.ts";
import { rememberItem } from "../palette/recentItems.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { addingKey } from "./addingKey.ts";
import { soleTarget } from "./targets.ts";

interface Where {
  /** The middle of the new card, in map units. Left out: near the middle of what is visible, clear of other cards. */
  readonly centre?: Point;
  /** Its name. Left out: it is asked for on the card. */
  readonly name?: string;
}

/**
 * Adds what a palette item makes: a card, selected, whose name is asked for; or, for a money flow, the question between whom.
 * Naming it afterwards belongs to the same step of the history.
 */
export function addFromPalette(session: MapSession, item: PaletteItem, { centre, name }: Where = {}): void {
  if (!session.canEdit) return;
  if ("relation" in item.makes) {
    setConnecting({ step: "ends", from: soleTarget(session)?.id, type: item.makes.relation });
    return;
  }
  const id = newId();
  const draft = newElement(item, id, { x: 0, y: 0 }, name);
  if (draft === undefined) return;
  const element = { ...draft, position: positionFor(session, draft, centre) };
  rememberItem(item.id);
  const label = `Add ${element.name.trim() || item.label}`;
  session.perform(label, (editor) => editor.addElement(element), addingKey(id));
  select([id]);
  if (centre === undefined) useCanvasStore.getState().viewport?.bringIntoView([id]);
  if (name === undefined && item.startName === undefined) editName(id);
  else focusOn(id);
}

function positionFor(session: MapSession, element: MapElement, centre: Point | undefined): Point {
  const size = cardSize(element);
  const middle = centre ?? useCanvasStore.getState().viewport?.centre() ?? { x: 0, y: 0 };
  const corner = { x: toGrid(middle.x - size.width / 2), y: toGrid(middle.y - size.height / 2) };
  if (centre !== undefined) return corner;
  // Nothing is ever drawn to a place or a note.
  if (element.type === "place" || element.type === "note") return freeSpot(corner, size, takenSpots(session));
  return roomySpot(corner, size, takenSpots(session), "around");
}

/** Where the cards are now; places, which others may lie in, do not count. */
export function takenSpots(session: MapSession): readonly Spot[] {
  return session.snapshots
    .get()
    .map.elements.filter((element) => element.type !== "place")
    .map((element) => ({ ...element.position, ...cardSize(element) }));
}
