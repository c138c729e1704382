import type { Point, Size } from "../model/field.ts";

/** A rectangle: its top left corner and its size, in map units. */
export interface Box extends Point, Size {}

/** Positions are taken to lie within this distance of the middle: further out, sums and squares of numbers lose their meaning. */
export const FARTHEST = 1e9;

/** A coordinate brought within `FARTHEST`; what is no number becomes 0. */
export function withinReach(coordinate: number): number {
  if (Number.isNaN(coordinate)) return 0;
  return Math.min(FARTHEST, Math.max(-FARTHEST, coordinate));
}

export function intersects(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the first box lies wholly in the second. */
export function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

export function contains(box: Box, point: Point): boolean {
  return point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;
}

export function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The smallest box around points; undefined without any. */
export function boundsOf(points: readonly Point[]): Box | undefined {
  const [first] = points;
  if (first === undefined) return undefined;
  let { x: left, y: top } = first;
  let right = left;
  let bottom = top;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether the straight line between two points passes through a box. */
export function lineMeets(from: Point, to: Point, box: Box): boolean {
  return segmentMeets(from.x, from.y, to.x, to.y, box);
}

/** The same by coordinates. Written out flat: routing asks this millions of times. */
export function segmentMeets(fromX: number, fromY: number, toX: number, toY: number, box: Box): boolean {
  const left = box.x;
  const right = left + box.width;
  const top = box.y;
  const bottom = top + box.height;
  if (fromX <= left ? toX <= left : fromX >= right && toX >= right) return false;
  if (fromY <= top ? toY <= top : fromY >= bottom && toY >= bottom) return false;
  const dx = toX - fromX;
  const dy = toY - fromY;
  let entry = 0;
  let exit = 1;
  if (dx !== 0) {
    const first = (left - fromX) / dx;
    const second = (right - fromX) / dx;
    entry = Math.max(entry, Math.min(first, second));
    exit = Math.min(exit, Math.max(first, second));
  }
  if (dy !== 0) {
    const first = (top - fromY) / dy;
    const second = (bottom - fromY) / dy;
    entry = Math.max(entry, Math.min(first, second));
    exit = Math.min(exit, Math.max(first, second));
  }
  return entry < exit;
}

/** Whether a line through points meets a box. */
export function meets(points: readonly Point[], box: Box): boolean {
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (from !== undefined && to !== undefined && lineMeets(from, to, box)) return true;
  }
  return false;
}
