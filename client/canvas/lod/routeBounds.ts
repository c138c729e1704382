import type { Route } from "../../../shared/geometry/route.ts";
import type { Rect } from "../viewportFor.ts";

const known = new WeakMap<Route, Rect>();

/** The rectangle around the points of a route; worked out once. */
export function routeBounds(route: Route): Rect {
  let bounds = known.get(route);
  if (bounds === undefined) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of route.points) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    bounds =
      left > right
        ? { x: 0, y: 0, width: 0, height: 0 }
        : { x: left, y: top, width: right - left, height: bottom - top };
    known.set(route, bounds);
  }
  return bounds;
}

/** A rectangle that reaches so much further on every side. */
export function reaching({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
