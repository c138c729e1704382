import type { Point, Size } from "../model/field.ts";
import { type Box, contains, intersects, overlapArea, union } from "./box.ts";
import { distance, unit } from "./curve.ts";
import type { Polyline } from "./polyline.ts";

/** What a label should keep off. */
export interface Surroundings {
  /** Calls back for every card near an area. */
  forEachCard(area: Box, visit: (box: Box) => void): void;
  /** Calls back for every label placed before this one near an area. */
  forEachLabel(area: Box, visit: (box: Box) => void): void;
  /** How many points of other lines lie in an area. */
  countLinePoints(area: Box): number;
}

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.12, 0.88] as const;
const OFF_LINE_GAP = 5;
/** Where nothing nearer is free; a leader then says whose it is. */
const FAR_OFF_LINE_GAP = 26;

/** Every box that the label of a line may stand in, the most wanted first: on the middle of the line, further along it, then beside it, and at last beside it at some distance. */
export function labelPlaces(trace: Polyline, size: Size): Box[] {
  const on: Box[] = [];
  const beside: Box[] = [];
  const farther: Box[] = [];
  const lengths = [0];
  for (let index = 1; 2 * index < trace.length; index++)
    lengths.push((lengths[index - 1] ?? 0) + distance(pointOf(trace, index - 1), pointOf(trace, index)));
  const total = lengths.at(-1) ?? 0;
  for (const share of PLACES) {
    const { point, heading } = pointAt(trace, lengths, total * share);
    on.push(centred(point, size));
    // Beside the line: as far off as the label's half extent in that direction.
    const off = (Math.abs(heading.y) * size.width + Math.abs(heading.x) * size.height) / 2 + OFF_LINE_GAP;
    const far = off + FAR_OFF_LINE_GAP - OFF_LINE_GAP;
    for (const [places, by] of [
      [beside, off],
      [farther, far],
    ] as const) {
      places.push(centred({ x: point.x - heading.y * by, y: point.y + heading.x * by }, size));
      places.push(centred({ x: point.x + heading.y * by, y: point.y - heading.x * by }, size));
    }
  }
  return [...on, ...beside, ...farther];
}

/** The area that all places of a label lie in. */
export function reachOf(places: readonly Box[]): Box | undefined {
  const [first, ...rest] = places;
  return first === undefined ? undefined : rest.reduce(union, first);
}

/** Chooses the place that hides least: cards and other labels above all, then other lines and the line's own ends. */
export function placeLabel(places: readonly Box[], trace: Polyline, surroundings: Surroundings): Box {
  let best = places[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    const wish = wishCost(index);
    if (wish >= bestCost) continue;
    const cost = wish + coverCost(place, trace, surroundings, bestCost - wish);
    if (cost < bestCost) {
      best = place;
      bestCost = cost;
    }
    if (bestCost === 0) break;
  }
  return best;
}

const PER_STEP_ASIDE = 4;
const BESIDE_THE_LINE = 40;
const FAR_FROM_THE_LINE = 110;
const ON_A_CARD = 2_000;
const ON_A_LABEL = 2_400;
const ON_ITS_END = 500;
const ON_A_BADGE = 18;
const PER_LINE_POINT = 60;

function wishCost(index: number): number {
  if (index < PLACES.length) return Math.ceil(index / 2) * PER_STEP_ASIDE;
  const isFarther = index >= 3 * PLACES.length;
  const step = Math.floor((index - (isFarther ? 3 : 1) * PLACES.length) / 2);
  return Math.ceil(step / 2) * PER_STEP_ASIDE + (isFarther ? FAR_FROM_THE_LINE : BESIDE_THE_LINE);
}

function coverCost(place: Box, trace: Polyline, surroundings: Surroundings, limit: number): number {
  const area = { x: place.x - 4, y: place.y - 3, width: place.width + 8, height: place.height + 6 };
  const whole = area.width * area.height;
  // Whole numbers: a sum must not depend on the order in which the neighbours are found.
  let cost = 0;
  surroundings.forEachCard(area, (box) => {
    cost += 60 + Math.round((overlapArea(area, box) / whole) * ON_A_CARD);
  });
  const badge = badgeSpot(place);
  surroundings.forEachLabel(withBadges(area), (box) => {
    if (intersects(area, box)) cost += 60 + Math.round((overlapArea(area, box) / whole) * ON_A_LABEL);
    if (intersects(badge, box) || intersects(place, badgeSpot(box))) cost += ON_A_BADGE;
  });
  if (cost >= limit) return cost;
  for (const end of [0, trace.length / 2 - 1])
    if (end >= 0 && contains(area, pointOf(trace, end))) cost += ON_ITS_END;
  return cost + surroundings.countLinePoints(area) * PER_LINE_POINT;
}

/** The room that a badge of findings takes beside a label, if there ever is one. */
const BADGE = 28;

function badgeSpot({ x, y, width, height }: Box): Box {
  return { x: x + width - 2, y: y + height / 2 - BADGE / 2, width: BADGE, height: BADGE };
}

function withBadges({ x, y, width, height }: Box): Box {
  return { x: x - BADGE, y: y - BADGE / 2, width: width + 2 * BADGE, height: height + BADGE };
}

function centred(point: Point, { width, height }: Size): Box {
  return { x: Math.round(point.x - width / 2), y: Math.round(point.y - height / 2), width, height };
}

function pointOf(trace: Polyline, index: number): Point {
  return { x: trace[2 * index] ?? 0, y: trace[2 * index + 1] ?? 0 };
}

function pointAt(
  trace: Polyline,
  lengths: readonly number[],
  wanted: number,
): { point: Point; heading: Point } {
  let index = 1;
  while (index < trace.length / 2 - 1 && (lengths[index] ?? 0) < wanted) index++;
  const from = pointOf(trace, index - 1);
  const to = pointOf(trace, index);
  const before = lengths[index - 1] ?? 0;
  const length = (lengths[index] ?? 0) - before;
  const share = length === 0 ? 0 : (wanted - before) / length;
  return {
    point: { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
    heading: unit({ x: to.x - from.x, y: to.y - from.y }),
  };
}
