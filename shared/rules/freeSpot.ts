import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";

/** Room that a proposed card needs, its margin included, in map units. */
const cell = { width: 300, height: 180 };
const gridUnits = 4;
const mostRings = 60;

/** A place for a new card: as near to a point as there is room between the cards that are there. */
export function freeSpot(near: Point, elements: readonly MapElement[]): Point {
  const taken = elements.filter(({ type }) => type !== "place").map(({ position }) => position);
  const isFree = (spot: Point) =>
    !taken.some(({ x, y }) => Math.abs(x - spot.x) < cell.width && Math.abs(y - spot.y) < cell.height);
  const start = { x: onGrid(near.x), y: onGrid(near.y) };
  for (let ring = 0; ring <= mostRings; ring++) {
    for (const spot of ringAround(start, ring)) if (isFree(spot)) return spot;
  }
  return start;
}

/** The middle of some points. */
export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((so, { x, y }) => ({ x: so.x + x, y: so.y + y }), { x: 0, y: 0 });
  const count = Math.max(points.length, 1);
  return { x: sum.x / count, y: sum.y / count };
}

function* ringAround(centre: Point, ring: number): Generator<Point> {
  const steps = Array.from({ length: ring * 2 + 1 }, (_, index) => index - ring);
  for (const down of steps) {
    for (const across of steps) {
      if (Math.max(Math.abs(down), Math.abs(across)) !== ring) continue;
      yield {
        x: centre.x + onGrid((across * cell.width) / 2),
        y: centre.y + onGrid((down * cell.height) / 2),
      };
    }
  }
}

function onGrid(value: number): number {
  return Math.round(value / gridUnits) * gridUnits;
}
