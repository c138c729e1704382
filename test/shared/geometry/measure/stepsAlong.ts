import type { Point } from "../../../../shared/model/field.ts";

/** A short straight piece of a line. */
export interface Step {
  readonly middle: Point;
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}

const STEP = 4;

/** Points along a line no farther than a few units from each other. */
export function evenPoints(points: readonly Point[]): Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined) return [point];
    const count = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / STEP));
    return Array.from({ length: count }, (_, step) => ({
      x: before.x + ((point.x - before.x) * (step + 1)) / count,
      y: before.y + ((point.y - before.y) * (step + 1)) / count,
    }));
  });
}

/** A line in short steps. */
export function stepsAlong(points: readonly Point[]): Step[] {
  const even = evenPoints(points);
  return even.slice(1).map((to, index) => {
    const from = even[index] ?? to;
    return {
      from,
      to,
      middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
      length: Math.hypot(to.x - from.x, to.y - from.y),
    };
  });
}
