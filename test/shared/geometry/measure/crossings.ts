import { boundsOf, intersects } from "../../../../shared/geometry/box.ts";
import type { Point } from "../../../../shared/model/field.ts";
import type { DrawnLine } from "./measureRoutes.ts";

/** How often lines cross, and how often without need: where they share a card, or have crossed before. */
export function crossingsOf(drawn: readonly DrawnLine[]): { crossings: number; needless: number } {
  const boxed = drawn.map(({ relation, route }) => ({
    ends: [relation.from, relation.to],
    points: route.points,
    bounds: boundsOf(route.points) ?? { x: 0, y: 0, width: 0, height: 0 },
  }));
  let crossings = 0;
  let needless = 0;
  for (const [index, one] of boxed.entries()) {
    for (const other of boxed.slice(index + 1)) {
      if (
        !intersects(
          { ...one.bounds, width: one.bounds.width + 1, height: one.bounds.height + 1 },
          other.bounds,
        )
      )
        continue;
      const count = crossingsBetween(one.points, other.points);
      crossings += count;
      const isAkin = one.ends.some((end) => other.ends.includes(end));
      needless += isAkin ? count : Math.max(0, count - 1);
    }
  }
  return { crossings, needless };
}

function crossingsBetween(one: readonly Point[], other: readonly Point[]): number {
  let count = 0;
  for (let i = 1; i < one.length; i++) {
    for (let j = 1; j < other.length; j++) {
      const [a, b, c, d] = [one[i - 1], one[i], other[j - 1], other[j]];
      if (a !== undefined && b !== undefined && c !== undefined && d !== undefined && crosses(a, b, c, d))
        count += 1;
    }
  }
  return count;
}

function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}

function turn(from: Point, to: Point, at: Point): boolean {
  return (to.x - from.x) * (at.y - from.y) > (to.y - from.y) * (at.x - from.x);
}
