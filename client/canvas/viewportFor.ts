import type { Point, Size } from "../../shared/model/field.ts";

/** A rectangle, in map units or screen pixels. */
export interface Rect extends Point, Size {}

/** What the canvas is moved and zoomed to: a map point p is on the screen at p · zoom + (x, y). */
export interface Pan {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** At this a map of two thousand cards is whole in view on a small screen. */
export const SMALLEST_ZOOM = 0.04;

/** The smallest rectangle around others; undefined around none. */
export function boundsOf(rects: readonly Rect[]): Rect | undefined {
  const [first, ...rest] = rects;
  if (first === undefined) return undefined;
  let { x: left, y: top } = first;
  let right = left + first.width;
  let bottom = top + first.height;
  for (const rect of rest) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How to pan and zoom so that `bounds` (map units) stands in the middle of `room` (screen pixels), at most at `largestZoom`. */
export function viewportShowing(bounds: Rect, room: Rect, largestZoom: number): Pan {
  const wanted = Math.min(
    largestZoom,
    room.width / Math.max(1, bounds.width),
    room.height / Math.max(1, bounds.height),
  );
  const zoom = Math.max(SMALLEST_ZOOM, wanted);
  return {
    x: room.x + room.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: room.y + room.height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}

/** How to pan, as little as it takes, so that all of `bounds` is in `room` at the zoom of now; undefined where it is too large for that. */
export function viewportReaching(bounds: Rect, room: Rect, { x, y, zoom }: Pan): Pan | undefined {
  const dx = shiftInto(bounds.x * zoom + x, bounds.width * zoom, room.x, room.width);
  const dy = shiftInto(bounds.y * zoom + y, bounds.height * zoom, room.y, room.height);
  return dx === undefined || dy === undefined ? undefined : { x: x + dx, y: y + dy, zoom };
}

/** By how much a stretch must move to lie within another; undefined where it is longer. */
function shiftInto(start: number, length: number, roomStart: number, roomLength: number): number | undefined {
  if (length > roomLength) return undefined;
  if (start < roomStart) return roomStart - start;
  return Math.min(0, roomStart + roomLength - (start + length));
}
