import { cardSize } from "../../shared/drawing/cardSize.ts";
import { BoxGrid } from "../../shared/geometry/BoxGrid.ts";
import { type Box, intersects, isInside, union } from "../../shared/geometry/box.ts";
import { frameAround } from "../../shared/layout/frames.ts";
import { toGrid } from "../../shared/layout/grid.ts";
import { wayToFreeRoom } from "../../shared/layout/nearestFree.ts";
import { liesIn, placeOf, placesAround, withPlaceContents } from "../../shared/layout/nesting.ts";
import type { MapElement, Place } from "../../shared/model/element.ts";
import type { Point, Size } from "../../shared/model/field.ts";
import { isLocked } from "../../shared/model/locked.ts";
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
  const place: Place = { ...draft, ...onGrid(frame), ...(outer !== undefined && { place: outer }) };
  const grown = placesGrownAround(place, elementById);
  session.perform(
    `Group ${wordsForElements(members)} into a place`,
    (editor) => {
      editor.addElement(place);
      for (const member of members) editor.setField(member.id, "place", id);
      for (const { id: around, position, size } of grown) {
        editor.setField(around, "position", { ...position });
        editor.setField(around, "size", { ...size });
      }
    },
    addingKey(id),
  );
  select([id]);
  editName(id);
  sayWhoStaysOutside(session, place);
}

/** The places around a place that are too small for it, each as large as it must be; locked ones stay as they are. */
function placesGrownAround(place: Place, elementById: ReadonlyMap<string, MapElement>) {
  const grown: { readonly id: string; readonly position: Point; readonly size: Size }[] = [];
  let inner = boxOf(place);
  for (const id of place.place === undefined
    ? []
    : [place.place, ...placesAround(place.place, elementById)]) {
    const around = elementById.get(id);
    if (around?.type !== "place" || isLocked(around)) break;
    const own = boxOf(around);
    const needed = frameAround(around, [inner]) ?? inner;
    if (isInside(needed, own)) break;
    const { position, size } = onGrid(union(own, needed));
    grown.push({ id, position: { ...around.position, ...position }, size });
    inner = { ...position, ...size };
  }
  return grown;
}

/** The smallest box on the grid around a box. */
function onGrid({ x, y, width, height }: Box): { readonly position: Point; readonly size: Size } {
  const position = { x: Math.floor(x / 4) * 4, y: Math.floor(y / 4) * 4 };
  return {
    position,
    size: { width: toGrid(x + width - position.x + 2), height: toGrid(y + height - position.y + 2) },
  };
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
