import type { Point } from "../model/field.ts";
import { anchorPoint } from "./anchors.ts";
import type { Box } from "./box.ts";
import { type Bend, type Curve, curveBetween, curvePath, distance, outwardFrom } from "./curve.ts";
import type { ChosenEnds } from "./PairGroup.ts";
import { type Polyline, polylineBounds, polylineOf } from "./polyline.ts";
import type { RoutedCard, RouteEnd } from "./route.ts";

/** A route without its label. Several are tried for each that is drawn: what only drawing needs is worked out when it is asked for. */
export class Line {
  readonly start: RouteEnd;
  readonly end: RouteEnd;
  /** Where it runs, from card to card. */
  readonly trace: Polyline;
  readonly bounds: Box;
  readonly #curve: Curve;
  #d: string | undefined;
  #points: readonly Point[] | undefined;

  constructor(curve: Curve, start: RouteEnd, end: RouteEnd) {
    this.#curve = curve;
    this.start = start;
    this.end = end;
    this.trace = [
      start.point.x,
      start.point.y,
      ...polylineOf(curve, stepsFor(curve)),
      end.point.x,
      end.point.y,
    ];
    this.bounds = polylineBounds(this.trace);
  }

  /** As path data. */
  get d(): string {
    this.#d ??= curvePath(this.#curve);
    return this.#d;
  }

  /** The points of its trace. */
  get points(): readonly Point[] {
    if (this.#points !== undefined) return this.#points;
    const points: Point[] = [];
    for (let index = 0; index < this.trace.length; index += 2)
      points.push({ x: this.trace[index] ?? 0, y: this.trace[index + 1] ?? 0 });
    this.#points = points;
    return points;
  }
}

interface LineEnd {
  readonly card: RoutedCard;
  readonly along: number;
  /** Room for the mark between the border and the line. */
  readonly gap: number;
}

const POINT_SPACING = 14;

/** The line between two anchors, through the points between them. */
export function routedLine(
  ends: ChosenEnds,
  from: LineEnd,
  to: LineEnd,
  vias: readonly Point[],
  bend?: Bend,
): Line {
  const start = routeEnd(from, ends.startSide);
  const end = routeEnd(to, ends.endSide);
  const share = gapShare(start, end, from.gap + to.gap);
  const curve = curveBetween(
    { point: stoodOff(start, from.gap * share), side: start.side },
    { point: stoodOff(end, to.gap * share), side: end.side },
    vias,
    bend,
  );
  return new Line(curve, start, end);
}

function routeEnd({ card, along }: LineEnd, side: RouteEnd["side"]): RouteEnd {
  return { point: anchorPoint(card, side, along), side, outward: outwardFrom(side) };
}

function stoodOff({ point, outward }: RouteEnd, gap: number): Point {
  return { x: point.x + outward.x * gap, y: point.y + outward.y * gap };
}

/** Cards that face each other closely leave no room for both marks: then the line reaches under them. */
function gapShare(start: RouteEnd, end: RouteEnd, gaps: number): number {
  const isFacing = start.outward.x === -end.outward.x && start.outward.y === -end.outward.y;
  if (!isFacing || gaps === 0) return 1;
  const room =
    (end.point.x - start.point.x) * start.outward.x + (end.point.y - start.point.y) * start.outward.y;
  return room <= 0 ? 1 : Math.min(1, (0.8 * room) / gaps);
}

function stepsFor(curve: Curve): number {
  let longest = 0;
  let from = curve.start;
  for (const [handle1, handle2, end] of curve.segments) {
    longest = Math.max(
      longest,
      distance(from, handle1) + distance(handle1, handle2) + distance(handle2, end),
    );
    from = end;
  }
  return Math.min(64, Math.max(8, Math.ceil(longest / POINT_SPACING)));
}
