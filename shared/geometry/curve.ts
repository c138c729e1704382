import type { Point } from "../model/field.ts";
import type { Side } from "./outline.ts";
import { pointData } from "./pathData.ts";

/** A chain of cubic curves: a start, then for each curve two handles and its end. */
export interface Curve {
  readonly start: Point;
  readonly segments: readonly (readonly [handle1: Point, handle2: Point, end: Point])[];
}

const OUTWARD: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** The direction that leads straight away from a side. */
export function outwardFrom(side: Side): Point {
  return OUTWARD[side];
}

export interface CurveEnd {
  readonly point: Point;
  readonly side: Side;
}

/** How far a line without waypoints goes straight on before it turns, as a share of what is usual. */
export interface Bend {
  readonly start: number;
  readonly end: number;
}

const STEADY: Bend = { start: 1, end: 1 };

const SHORTEST_HANDLE = 12;
const LONGEST_HANDLE = 420;
const HANDLE_AT_VIA = 0.4;

/** A smooth line that leaves one side and arrives at another at right angles, through the points between them that are given. */
export function curveBetween(
  start: CurveEnd,
  end: CurveEnd,
  vias: readonly Point[] = [],
  bend: Bend = STEADY,
): Curve {
  const startOut = outwardFrom(start.side);
  const endOut = outwardFrom(end.side);
  const [first] = vias;
  const last = vias.at(-1);
  if (first === undefined || last === undefined) {
    const isFacing = startOut.x === -endOut.x && startOut.y === -endOut.y;
    const leave = along(
      start.point,
      startOut,
      bend.start * handleLength(start.point, startOut, end.point, isFacing),
    );
    const arrive = along(
      end.point,
      endOut,
      bend.end * handleLength(end.point, endOut, start.point, isFacing),
    );
    return { start: start.point, segments: [[leave, arrive, end.point]] };
  }
  const segments: (readonly [Point, Point, Point])[] = [];
  let handle = along(start.point, startOut, handleLength(start.point, startOut, first, false));
  let from = start.point;
  for (const [index, via] of vias.entries()) {
    const to = vias[index + 1] ?? end.point;
    const heading = vias.length === 1 ? headingFrom(from, to) : bisector(from, via, to);
    segments.push([handle, along(via, heading, -HANDLE_AT_VIA * distance(from, via)), via]);
    handle = along(via, heading, HANDLE_AT_VIA * distance(via, to));
    from = via;
  }
  const arrive = along(end.point, endOut, handleLength(end.point, endOut, last, false));
  segments.push([handle, arrive, end.point]);
  return { start: start.point, segments };
}

function headingFrom(from: Point, to: Point): Point {
  return unit({ x: to.x - from.x, y: to.y - from.y });
}

/** The heading at a corner: halfway between where the line comes from and where it goes, however far off these are. */
function bisector(from: Point, via: Point, to: Point): Point {
  const into = headingFrom(from, via);
  const outOf = headingFrom(via, to);
  const sum = { x: into.x + outOf.x, y: into.y + outOf.y };
  return sum.x === 0 && sum.y === 0 ? { x: -into.y, y: into.x } : unit(sum);
}

function handleLength(from: Point, outward: Point, to: Point, isFacing: boolean): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const ahead = dx * outward.x + dy * outward.y;
  const aside = Math.abs(dx * outward.y) + Math.abs(dy * outward.x);
  if (ahead >= 0) return Math.min(LONGEST_HANDLE, Math.max(SHORTEST_HANDLE, ahead * (isFacing ? 0.5 : 0.6)));
  return Math.min(LONGEST_HANDLE, 32 + Math.min(120, aside * 0.2) + Math.min(120, -ahead * 0.35));
}

function along(from: Point, direction: Point, length: number): Point {
  return { x: from.x + direction.x * length, y: from.y + direction.y * length };
}

export function distance(a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** The same direction with length 1; straight to the right where there is none. */
export function unit(vector: Point): Point {
  const length = Math.sqrt(vector.x * vector.x + vector.y * vector.y);
  return length === 0 ? { x: 1, y: 0 } : { x: vector.x / length, y: vector.y / length };
}

/** A curve as path data. */
export function curvePath(curve: Curve): string {
  const parts = curve.segments.map((points) => `C${points.map(pointData).join(" ")}`);
  return `M${pointData(curve.start)}${parts.join("")}`;
}
