import type { Point } from "../model/field.ts";

/** A coordinate as it is written into path data: to a hundredth of a unit, never "-0" or "NaN". */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) return "0";
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : Number.isFinite(rounded) ? rounded : value);
}

export function pointData(point: Point): string {
  return `${coordinate(point.x)} ${coordinate(point.y)}`;
}

/** A closed polygon. */
export function polygonPath(points: readonly Point[]): string {
  return `M${points.map(pointData).join("L")}Z`;
}

/** An open line through points. */
export function linePath(points: readonly Point[]): string {
  return `M${points.map(pointData).join("L")}`;
}

/** How far the handles of a cubic curve stand off to make a quarter of a circle, as a share of the radius. */
export const QUARTER_CIRCLE = 0.5523;

/** A rectangle, its corners rounded by `radius` (cut to half of the shorter side). */
export function rectanglePath(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  const right = x + width;
  const bottom = y + height;
  if (r <= 0)
    return polygonPath([
      { x, y },
      { x: right, y },
      { x: right, y: bottom },
      { x, y: bottom },
    ]);
  const k = r * (1 - QUARTER_CIRCLE);
  const n = coordinate;
  return (
    `M${n(x + r)} ${n(y)}L${n(right - r)} ${n(y)}C${n(right - k)} ${n(y)} ${n(right)} ${n(y + k)} ${n(right)} ${n(y + r)}` +
    `L${n(right)} ${n(bottom - r)}C${n(right)} ${n(bottom - k)} ${n(right - k)} ${n(bottom)} ${n(right - r)} ${n(bottom)}` +
    `L${n(x + r)} ${n(bottom)}C${n(x + k)} ${n(bottom)} ${n(x)} ${n(bottom - k)} ${n(x)} ${n(bottom - r)}` +
    `L${n(x)} ${n(y + r)}C${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)}Z`
  );
}

/** A circle. */
export function circlePath(cx: number, cy: number, radius: number): string {
  return rectanglePath(cx - radius, cy - radius, 2 * radius, 2 * radius, radius);
}
