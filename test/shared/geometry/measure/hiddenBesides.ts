import { BoxGrid } from "../../../../shared/geometry/BoxGrid.ts";
import type { Step } from "./stepsAlong.ts";

interface Stroke {
  readonly steps: readonly Step[];
  readonly width: number;
}

/** Lines that cross at more than this angle do not hide one another: the cosine of 25°. */
const ALONGSIDE = 0.906;
const WIDEST = 16;

/** The length over which lines run beside an earlier line with less than `gap` between their strokes. */
export function hiddenBesides(lines: readonly Stroke[], gap: number): number {
  const grid = new BoxGrid<{ readonly line: number; readonly step: Step }>();
  let hidden = 0;
  for (const [line, { steps, width }] of lines.entries()) {
    for (const step of steps) if (isHidden(step, width, gap, lines, grid)) hidden += step.length;
    for (const step of steps)
      grid.set({ line, step }, { x: step.middle.x - 0.5, y: step.middle.y - 0.5, width: 1, height: 1 });
  }
  return hidden;
}

function isHidden(
  step: Step,
  width: number,
  gap: number,
  lines: readonly Stroke[],
  grid: BoxGrid<{ readonly line: number; readonly step: Step }>,
): boolean {
  const reach = gap + width / 2 + WIDEST / 2;
  const { x, y } = step.middle;
  let found = false;
  grid.forEachIn({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }, (other) => {
    if (found) return;
    const apart = Math.hypot(other.step.middle.x - x, other.step.middle.y - y);
    if (apart < gap + (width + (lines[other.line]?.width ?? 0)) / 2 && isAlongside(step, other.step))
      found = true;
  });
  return found;
}

function isAlongside(a: Step, b: Step): boolean {
  const dot = (a.to.x - a.from.x) * (b.to.x - b.from.x) + (a.to.y - a.from.y) * (b.to.y - b.from.y);
  return Math.abs(dot) > ALONGSIDE * a.length * b.length;
}
