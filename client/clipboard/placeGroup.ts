import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point, Size } from "../../shared/model/field.ts";
import { takenSpots } from "../actions/addElement.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { freeSpot, type Spot, toGrid } from "../canvas/freeSpot.ts";
import type { MapSession } from "../sync/MapSession.ts";

const BESIDE = 80;

/** The top left corner for a group of new cards that lie together: around a point, as near to it as there is room. */
export function placeGroup(session: MapSession, size: Size, near: Point | undefined): Point {
  const middle = near ?? useCanvasStore.getState().viewport?.centre() ?? { x: 0, y: 0 };
  const wish = { x: toGrid(middle.x - size.width / 2), y: toGrid(middle.y - size.height / 2) };
  const taken = takenSpots(session);
  const spot = freeSpot(wish, size, taken);
  if (!taken.some((one) => overlap({ ...spot, ...size }, one))) return spot;
  // A group too large for any gap lies beside everything.
  const right = taken.reduce(
    (farthest, { x, width }) => Math.max(farthest, x + width),
    Number.NEGATIVE_INFINITY,
  );
  return { x: toGrid(right + BESIDE), y: wish.y };
}

/** The room that cards take where they are. */
export function boundsOf(elements: readonly MapElement[]): Spot {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const element of elements) {
    const { x, y } = element.position;
    const { width, height } = cardSize(element);
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function overlap(one: Spot, other: Spot): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
