import { type Box, segmentMeets } from "./box.ts";
import type { Curve } from "./curve.ts";

/**
 * A line through points, their coordinates one after another: x, y, x, y and so on. Choosing ways tries hundreds of lines for each pair of
 * cards, and as numbers they cost a fraction of what they cost as points.
 */
export type Polyline = readonly number[];

/** Points along a curve: its ends, and `steps` − 1 points between them on every piece of it. */
export function polylineOf(curve: Curve, steps: number): Polyline {
  const line = new Array<number>(2 + 2 * steps * curve.segments.length);
  line[0] = curve.start.x;
  line[1] = curve.start.y;
  let index = 2;
  let { x: fromX, y: fromY } = curve.start;
  for (const [handle1, handle2, end] of curve.segments) {
    for (let step = 1; step < steps; step++) {
      const t = step / steps;
      const s = 1 - t;
      const a = s * s * s;
      const b = 3 * s * s * t;
      const c = 3 * s * t * t;
      const d = t * t * t;
      line[index++] = a * fromX + b * handle1.x + c * handle2.x + d * end.x;
      line[index++] = a * fromY + b * handle1.y + c * handle2.y + d * end.y;
    }
    line[index++] = end.x;
    line[index++] = end.y;
    fromX = end.x;
    fromY = end.y;
  }
  return line;
}

export function polylineLength(line: Polyline): number {
  let length = 0;
  for (let index = 2; index < line.length; index += 2) {
    const dx = (line[index] ?? 0) - (line[index - 2] ?? 0);
    const dy = (line[index + 1] ?? 0) - (line[index - 1] ?? 0);
    length += Math.sqrt(dx * dx + dy * dy);
  }
  return length;
}

/** The smallest box around a line of one point at least. */
export function polylineBounds(line: Polyline): Box {
  let left = line[0] ?? 0;
  let top = line[1] ?? 0;
  let right = left;
  let bottom = top;
  for (let index = 2; index < line.length; index += 2) {
    const x = line[index] ?? 0;
    const y = line[index + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether a line meets a box. */
export function polylineMeets(line: Polyline, box: Box): boolean {
  for (let index = 2; index < line.length; index += 2) {
    const fromX = line[index - 2] ?? 0;
    const fromY = line[index - 1] ?? 0;
    if (segmentMeets(fromX, fromY, line[index] ?? 0, line[index + 1] ?? 0, box)) return true;
  }
  return false;
}

/** Whether one of the points of a line lies in a box. */
export function hasPointIn(line: Polyline, { x, y, width, height }: Box): boolean {
  const right = x + width;
  const bottom = y + height;
  for (let index = 0; index < line.length; index += 2) {
    const pointX = line[index] ?? 0;
    const pointY = line[index + 1] ?? 0;
    if (pointX > x && pointX < right && pointY > y && pointY < bottom) return true;
  }
  return false;
}
