import type { Point, Size } from "../../shared/model/field.ts";

/** A card's place on the map: its top left corner and its size, in map units. */
export interface Spot extends Point, Size {}

const GAP = 24;
const STEP = 48;
const FARTHEST_STEPS = 40;

/**
 * The top left corner nearest to the one wished for where a card of this size keeps clear of all others. On a crowded map,
 * where nothing is free within about 2,000 units, the wish itself.
 */
export function freeSpot(wish: Point, size: Size, taken: readonly Spot[]): Point {
  const start = { x: toGrid(wish.x), y: toGrid(wish.y) };
  for (let ring = 0; ring <= FARTHEST_STEPS; ring++) {
    for (const candidate of ringAround(start, ring)) {
      if (!taken.some((spot) => overlaps({ ...candidate, ...size }, spot))) return candidate;
    }
  }
  return start;
}

/** The nearest point of the 4 px grid that cards keep to. */
export function toGrid(value: number): number {
  return Math.round(value / 4) * 4;
}

function overlaps(one: Spot, other: Spot): boolean {
  return (
    one.x < other.x + other.width + GAP &&
    other.x < one.x + one.width + GAP &&
    one.y < other.y + other.height + GAP &&
    other.y < one.y + one.height + GAP
  );
}

/** The points of one square ring, nearest first: below and to the right before above and to the left. */
function ringAround(start: Point, ring: number): readonly Point[] {
  if (ring === 0) return [start];
  const points: { steps: number; point: Point }[] = [];
  for (let across = -ring; across <= ring; across++) {
    for (let down = -ring; down <= ring; down++) {
      if (Math.max(Math.abs(across), Math.abs(down)) !== ring) continue;
      const steps = Math.hypot(across, down) + (down < 0 ? 0.2 : 0) + (across < 0 ? 0.1 : 0);
      points.push({ steps, point: { x: start.x + across * STEP, y: start.y + down * STEP } });
    }
  }
  return points.toSorted((one, other) => one.steps - other.steps).map(({ point }) => point);
}
