import { coordinate } from "../geometry/pathData.ts";
import type { Shape } from "./shapes.ts";

const PAIR = /(-?[\d.]+) (-?[\d.]+)/g;

/** The same shapes, so far to the right and down. */
export function moved(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) =>
    shape.kind === "text"
      ? { ...shape, x: Number(coordinate(shape.x + dx)), y: Number(coordinate(shape.y + dy)) }
      : {
          ...shape,
          d: shape.d.replace(
            PAIR,
            (_, x: string, y: string) => `${coordinate(Number(x) + dx)} ${coordinate(Number(y) + dy)}`,
          ),
        },
  );
}
