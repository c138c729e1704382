import type { BoxGrid } from "../geometry/BoxGrid.ts";
import { type Box, grown } from "../geometry/box.ts";
import type { Point } from "../model/field.ts";

const STEP = 24;
const MOST_RINGS = 90;

/**
 * The shortest way, in steps, by which some boxes are to be moved together so that they keep `gap` from everything else. Where
 * nothing is free within about 2,000 units, the way to the right of everything.
 */
export function wayToFreeRoom(
  boxes: readonly Box[],
  taken: BoxGrid<string>,
  gap: number,
  rightOfAll: number,
): Point {
  for (let ring = 0; ring <= MOST_RINGS; ring++) {
    for (const way of ringOf(ring)) if (isFree(boxes, way, taken, gap)) return way;
  }
  const left = Math.min(...boxes.map(({ x }) => x));
  return { x: Math.ceil((rightOfAll + gap - left) / 4) * 4, y: 0 };
}

function isFree(boxes: readonly Box[], way: Point, taken: BoxGrid<string>, gap: number): boolean {
  return boxes.every((box) => {
    let isClear = true;
    taken.forEachIn(grown({ ...box, x: box.x + way.x, y: box.y + way.y }, gap), () => {
      isClear = false;
    });
    return isClear;
  });
}

const rings: Point[][] = [];

/** The points of one square ring around the origin, nearest first; below and right before above and left. */
function ringOf(ring: number): readonly Point[] {
  const known = rings[ring];
  if (known !== undefined) return known;
  const points: Point[] = [];
  for (let across = -ring; across <= ring; across++) {
    for (let down = -ring; down <= ring; down++) {
      if (Math.max(Math.abs(across), Math.abs(down)) === ring)
        points.push({ x: across * STEP, y: down * STEP });
    }
  }
  const far = ({ x, y }: Point) => Math.hypot(x, y) + (y < 0 ? 2 : 0) + (x < 0 ? 1 : 0);
  points.sort((one, other) => far(one) - far(other));
  rings[ring] = points;
  return points;
}
