import type { Point } from "../../shared/model/field.ts";
import type { Spot } from "./freeSpot.ts";

export type Direction = "left" | "right" | "up" | "down";

/** A card that the focus can go to, and where it is, in map units. */
export interface Stop extends Spot {
  readonly id: string;
}

/** A card that stands straight ahead is preferred to one that is nearer and to the side. */
const SIDEWAYS_COST = 4;

/**
 * The nearest stop whose middle lies in this direction from the middle of `from`: straight ahead before to the side. Undefined
 * where there is none that way.
 */
export function nearestInDirection(
  from: Spot,
  direction: Direction,
  stops: readonly Stop[],
): string | undefined {
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const stop of stops) {
    const cost = costOf(from, direction, stop);
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { id: stop.id, cost };
  }
  return best?.id;
}

/** The stop whose middle is nearest to a point. */
export function nearestTo({ x, y }: Point, stops: readonly Stop[]): string | undefined {
  return stops
    .map((stop) => ({ id: stop.id, far: Math.hypot(middle(stop).x - x, middle(stop).y - y) }))
    .toSorted((one, other) => one.far - other.far)[0]?.id;
}

function costOf(from: Spot, direction: Direction, to: Spot): number | undefined {
  const [here, there] = [middle(from), middle(to)];
  const isLevel = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  const ahead = sign * (isLevel ? there.x - here.x : there.y - here.y);
  if (ahead <= 0) return undefined;
  const aside = isLevel
    ? gapBetween(from.y, from.height, to.y, to.height)
    : gapBetween(from.x, from.width, to.x, to.width);
  // Of what lies mostly sideways another arrow is the way to it.
  if (aside > ahead * 2) return undefined;
  const offAxis = Math.abs(isLevel ? there.y - here.y : there.x - here.x);
  return ahead + SIDEWAYS_COST * aside + offAxis * 0.2;
}

/** How far apart two stretches of a line are; 0 where they overlap. */
function gapBetween(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, otherStart - (start + length), start - (otherStart + otherLength));
}

function middle({ x, y, width, height }: Spot): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
