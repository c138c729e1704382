import { expect } from "vitest";
import type { Shape } from "../../../shared/drawing/shapes.ts";

/** Fails if a path holds anything but absolute M, L, C, Z and finite numbers, or a text has no place. */
export function expectDrawable(shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    if (shape.kind === "path") {
      expect(shape.d).toMatch(/^M[-+\dMLCZe. ]+$/);
      for (const number of shape.d.match(/[^MLCZ ]+/g) ?? [])
        expect(Number.isFinite(Number(number)), shape.d).toBe(true);
    } else {
      expect(Number.isFinite(shape.x) && Number.isFinite(shape.y)).toBe(true);
      expect(shape.text).not.toMatch(/\p{Surrogate}/u);
    }
  }
}
