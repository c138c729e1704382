import type { Point } from "../model/field.ts";
import { anchorPoint } from "./anchors.ts";
import { type Box, boundsOf } from "./box.ts";
import { type Bend, type Curve, curveBetween, curvePath, distance, flattened, outwardFrom } from "./curve.ts";
import type { ChosenEnds } from "./PairGroup.ts";
import type { RoutedCard, RouteEnd } from "./route.ts";

/** A route without its label. */
export interface Line {
  readonly d: string;
  readonly points: readonly Point[];
  readonly bounds: Box;
  readonly start: RouteEnd;
  readonly end: RouteEnd;
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
  const points = [start.point, ...flattened(curve, stepsFor(curve)), end.point];
  const bounds = boundsOf(points) ?? { ...start.point, width: 0, height: 0 };
  return { d: curvePath(curve), points, bounds, start, end };
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
