import { cardSize } from "../../shared/drawing/cardSize.ts";
import { BoxGrid } from "../../shared/geometry/BoxGrid.ts";
import { type Box, intersects } from "../../shared/geometry/box.ts";
import { frameAround } from "../../shared/layout/frames.ts";
import { toGrid } from "../../shared/layout/grid.ts";
import { wayToFreeRoom } from "../../shared/layout/nearestFree.ts";
import { liesIn, placeOf, placesAround, withPlaceContents } from "../../shared/layout/nesting.ts";
import type { MapElement, Place } from "../../shared/model/element.ts";
import { newId } from "../../shared/model/newId.ts";
import { addingKey } from "../actions/addingKey.ts";
import { wordsForElements } from "../actions/targets.ts";
import { editName, select } from "../canvas/canvasStore.ts";
import { performWithUndo } from "../findings/performWithUndo.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { unlockedOf } from "./refuseLocked.ts";

const GAP = 32;

/**
 * Draws a place around cards and puts them in it, as one step of the history to which naming it belongs. What lies in a place
 * among the cards stays in that one.
 */
export function groupIntoPlace(session: MapSession, elements: readonly MapElement[]): void {
  const { elementById } = session.snapshots.get();
  const chosen = new Set(elements.map(({ id }) => id));
  const members = unlockedOf(session, elements).filter(
    ({ id }) => !placesAround(id, elementById).some((place) => chosen.has(place)),
  );
  if (members.length === 0) return;
  const id = newId();
  const draft: Place = { id, type: "place", name: "", position: { x: 0, y: 0 } };
  const frame = frameAround(draft, members.map(boxOf));
  if (frame === undefined) return;
  const outer = commonPlace(members, elementById);
  const position = { x: Math.floor(frame.x / 4) * 4, y: Math.floor(frame.y / 4) * 4 };
  const size = {
    width: toGrid(frame.x + frame.width - position.x + 2),
    height: toGrid(frame.y + frame.height - position.y + 2),
  };
  const place: Place = { ...draft, position, size, ...(outer !== undefined && { place: outer }) };
  session.perform(
    `Group ${wordsForElements(members)} into a place`,
    (editor) => {
      editor.addElement(place);
      for (const member of members) editor.setField(member.id, "place", id);
    },
    addingKey(id),
  );
  select([id]);
  editName(id);
  sayWhoStaysOutside(session, place);
}

/** A frame around cards that stand apart also runs around what stands between them and does not come to lie in it. */
function sayWhoStaysOutside(session: MapSession, place: Place): void {
  const { map, elementById } = session.snapshots.get();
  const frame = boxOf(place);
  const others = map.elements.filter(
    (element) =>
      element.type !== "place" &&
      !liesIn(element.id, place.id, elementById) &&
      intersects(boxOf(element), frame),
  );
  if (others.length > 0) showToast(`Within the frame, but not in the place: ${wordsForElements(others)}.`);
}

/** Takes cards out of the place that they lie in, and puts them beside it, as one step of the history. */
export function takeOutOfPlace(session: MapSession, elements: readonly MapElement[]): void {
  const { map, elementById } = session.snapshots.get();
  const free = unlockedOf(
    session,
    elements.filter(({ place }) => place !== undefined),
  );
  if (free.length === 0) return;
  const leaving = new Set(
    withPlaceContents(
      free.map(({ id }) => id),
      map.elements,
    ),
  );
  const taken = new BoxGrid<string>();
  let right = Number.NEGATIVE_INFINITY;
  for (const element of map.elements) {
    if (leaving.has(element.id)) continue;
    const box = boxOf(element);
    taken.set(element.id, box);
    right = Math.max(right, box.x + box.width);
  }
  const way = wayToFreeRoom(free.map(boxOf), taken, GAP, right);
  performWithUndo(
    session,
    `Take ${wordsForElements(free)} out of the place`,
    (editor) => {
      for (const { id } of free) {
        const place = placeOf(id, elementById);
        editor.setField(id, "place", place === undefined ? undefined : placeOf(place, elementById));
      }
      for (const id of leaving) {
        const position = elementById.get(id)?.position;
        if (position !== undefined)
          editor.setField(id, "position", { ...position, x: position.x + way.x, y: position.y + way.y });
      }
    },
    `Took ${wordsForElements(free)} out of the place`,
  );
}

function commonPlace(
  members: readonly MapElement[],
  elementById: ReadonlyMap<string, MapElement>,
): string | undefined {
  const places = new Set(members.map(({ id }) => placeOf(id, elementById)));
  const [only] = places;
  return places.size === 1 ? only : undefined;
}

function boxOf(element: MapElement): Box {
  return { x: element.position.x, y: element.position.y, ...cardSize(element) };
}
