import type { Point, Size } from "../../shared/model/field.ts";

/** A card's place on the map: its top left corner and its size, in map units. */
export interface Spot extends Point, Size {}

/** Where a new card is looked for first: on any side of the wish, or nowhere but in its row, and below, above or to the right of it. */
export type Side = "around" | "below" | "above" | "right";

/** How much stays free between two cards. */
interface Room {
  readonly across: number;
  readonly down: number;
}

/** Cards that lie together. */
const SNUG: Room = { across: 24, down: 24 };
/** A line between the two can be drawn, with its label on it, and its ends and arrow seen on both sides of that. */
export const ROOM_FOR_LINE: Room = { across: 128, down: 96 };

const STEP = { across: 48, down: 24 };
const FARTHEST = { across: 1_920, down: 1_920 };

/**
 * The top left corner nearest to the one wished for where a card of this size lies snugly beside all others. On a crowded map,
 * where nothing is free within about 2,000 units, the wish itself.
 */
export function freeSpot(wish: Point, size: Size, taken: readonly Spot[]): Point {
  return nearestFree(wish, size, taken, SNUG, "around") ?? onGrid(wish);
}

/**
 * The same with room for a labelled line to each of the others, on one side of the wish. Where the map is too crowded for that, a snug
 * spot, and where there is none either, one to the right of everything: never on another card.
 */
export function roomySpot(wish: Point, size: Size, taken: readonly Spot[], side: Side): Point {
  return (
    nearestFree(wish, size, taken, ROOM_FOR_LINE, side) ??
    nearestFree(wish, size, taken, SNUG, "around") ??
    rightOfAll(wish, taken)
  );
}

/** The nearest point of the 4 px grid that cards keep to. */
export function toGrid(value: number): number {
  return Math.round(value / 4) * 4;
}

function onGrid({ x, y }: Point): Point {
  return { x: toGrid(x), y: toGrid(y) };
}

function nearestFree(
  wish: Point,
  size: Size,
  taken: readonly Spot[],
  room: Room,
  side: Side,
): Point | undefined {
  const start = onGrid(wish);
  const reach = {
    x: start.x - FARTHEST.across,
    y: start.y - FARTHEST.down,
    width: size.width + 2 * FARTHEST.across,
    height: size.height + 2 * FARTHEST.down,
  };
  const near = taken.filter((spot) => areTooClose(reach, spot, room));
  if (!near.some((spot) => areTooClose({ ...start, ...size }, spot, room))) return start;
  const way = waysOf(side).find(
    ({ x, y }) => !near.some((spot) => areTooClose({ x: start.x + x, y: start.y + y, ...size }, spot, room)),
  );
  return way && { x: start.x + way.x, y: start.y + way.y };
}

function areTooClose(one: Spot, other: Spot, { across, down }: Room): boolean {
  return (
    one.x < other.x + other.width + across &&
    other.x < one.x + one.width + across &&
    one.y < other.y + other.height + down &&
    other.y < one.y + one.height + down
  );
}

function rightOfAll(wish: Point, taken: readonly Spot[]): Point {
  const right = taken.reduce((farthest, { x, width }) => Math.max(farthest, x + width), wish.x);
  return onGrid({ x: right + ROOM_FOR_LINE.across, y: wish.y });
}

/** What is visible is wider than high: there is more room across than down. */
const WIDER_THAN_HIGH = 1.5;
/** So much rather does a card lie at the end of its row than in the next. */
const ROW_BEFORE_NEXT = 6;

/** How far off the wish a spot is felt to be; undefined on the wrong side. Of two as far, that below or to the right comes first. */
const FELT_DISTANCES: Readonly<Record<Side, (way: Point) => number | undefined>> = {
  around: ({ x, y }) => Math.hypot(x / WIDER_THAN_HIGH, y) + (y < 0 ? 2 : 0) + (x < 0 ? 1 : 0),
  below: ({ x, y }) => (y < 0 ? undefined : Math.abs(x) + ROW_BEFORE_NEXT * y + (x < 0 ? 1 : 0)),
  above: ({ x, y }) => (y > 0 ? undefined : Math.abs(x) - ROW_BEFORE_NEXT * y + (x < 0 ? 1 : 0)),
  right: ({ x, y }) => (x < 0 ? undefined : ROW_BEFORE_NEXT * x + Math.abs(y) + (y < 0 ? 1 : 0)),
};

const known = new Map<Side, readonly Point[]>();

/** All ways from a wish to a spot on a side of it, the shortest first. */
function waysOf(side: Side): readonly Point[] {
  const ways = known.get(side) ?? listWays(FELT_DISTANCES[side]);
  known.set(side, ways);
  return ways;
}

function listWays(feltDistance: (way: Point) => number | undefined): readonly Point[] {
  const ways: { far: number; way: Point }[] = [];
  for (let x = -FARTHEST.across; x <= FARTHEST.across; x += STEP.across) {
    for (let y = -FARTHEST.down; y <= FARTHEST.down; y += STEP.down) {
      const far = feltDistance({ x, y });
      if (far !== undefined) ways.push({ far, way: { x, y } });
    }
  }
  return ways.toSorted((one, other) => one.far - other.far).map(({ way }) => way);
}
