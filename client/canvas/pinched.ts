import type { Point } from "../../shared/model/field.ts";

/** What is visible: a map point p is on the screen at p · zoom + (x, y). */
export interface View extends Point {
  readonly zoom: number;
}

const SMALLEST_ZOOM = 0.08;
const LARGEST_ZOOM = 4;

/**
 * The view after two fingers have gone from where they were to where they are (both in pixels of the canvas): the map points that lay between
 * them lie between them still, and the distance between them is the zoom.
 */
export function pinched(view: View, before: readonly [Point, Point], after: readonly [Point, Point]): View {
  const ratio = distance(after) / Math.max(1, distance(before));
  const zoom = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, view.zoom * ratio));
  const [from, to] = [middle(before), middle(after)];
  return {
    zoom,
    x: to.x - ((from.x - view.x) / view.zoom) * zoom,
    y: to.y - ((from.y - view.y) / view.zoom) * zoom,
  };
}

function distance([one, other]: readonly [Point, Point]): number {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

function middle([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
