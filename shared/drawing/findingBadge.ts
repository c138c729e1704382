import type { Box } from "../geometry/box.ts";
import { circlePath, polygonPath } from "../geometry/pathData.ts";
import type { Route } from "../geometry/route.ts";
import type { Point } from "../model/field.ts";
import type { Severity } from "../model/systemMap.ts";
import type { ColourToken, Shape } from "./shapes.ts";
import { textLine } from "./textLine.ts";

/** Half the width and height of the space a badge takes around its middle, in map units. */
export const BADGE_RADIUS = 14;

interface Badge {
  readonly d: string;
  readonly fill: ColourToken;
  readonly ink: ColourToken;
  /** From the middle of the badge to the base line of the number. */
  readonly baseline: number;
}

const OCTAGON = [
  [-5, -12],
  [5, -12],
  [12, -5],
  [12, 5],
  [5, 12],
  [-5, 12],
  [-12, 5],
  [-12, -5],
] as const;

const BADGES: Readonly<Record<Severity, Badge>> = {
  error: {
    d: polygonPath(OCTAGON.map(([x, y]) => ({ x, y }))),
    fill: "error",
    ink: "onError",
    baseline: 4.5,
  },
  warning: {
    d: polygonPath([
      { x: 0, y: -13 },
      { x: 14, y: 11 },
      { x: -14, y: 11 },
    ]),
    fill: "warning",
    ink: "onWarning",
    baseline: 7.5,
  },
  info: { d: circlePath(0, 0, 11), fill: "info", ink: "onInfo", baseline: 4.2 },
};

const MOST_SHOWN = 99;

/** From the middle of one badge to that of the next, where several stand on one element. */
const BADGE_STEP = 2 * BADGE_RADIUS - 2;

/** Where the middles of an element's badges stand: from the top right corner of its card to the left. */
export function cardBadgeSpot({ x, y, width }: Box, index: number): Point {
  return { x: x + width - index * BADGE_STEP, y };
}

/** Where the middles of a relation's badges stand: from the end of its label to the right, clear of the words; on the line where it has none. */
export function relationBadgeSpot({ label, points }: Route, index: number): Point | undefined {
  const start =
    label === undefined
      ? points[Math.floor(points.length / 2)]
      : { x: label.x + label.width + BADGE_RADIUS - 2, y: label.y + label.height / 2 };
  return start && { x: start.x + index * BADGE_STEP, y: start.y };
}

/** The badge of findings on a card, around the point (0, 0): an octagon must be fixed, a triangle should be, a circle is worth a look; the number of findings inside. */
export function findingBadge(severity: Severity, count: number): readonly Shape[] {
  const { d, fill, ink, baseline } = BADGES[severity];
  const text = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  const sizePx = text.length > 2 ? 9 : text.length > 1 || severity === "warning" ? 11 : 12.5;
  return [
    { kind: "path", d, fill, stroke: "paper", strokeWidth: 2, isRound: true },
    ...textLine(text, 0, baseline, "middle", { sizePx, face: "bold", colour: ink }),
  ];
}
