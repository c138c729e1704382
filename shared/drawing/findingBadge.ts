import type { Box } from "../geometry/box.ts";
import { FUND_CAP, HEXAGON_POINT } from "../geometry/outline.ts";
import { circlePath, pointData, polygonPath } from "../geometry/pathData.ts";
import type { Route } from "../geometry/route.ts";
import type { ElementType } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import type { Severity } from "../model/systemMap.ts";
import type { BadgeKind } from "./findingBadges.ts";
import type { ColourToken, PathShape, Shape } from "./shapes.ts";
import { textLine } from "./textLine.ts";

/** Half the width and height of the space a badge takes around its middle, in map units. */
export const BADGE_RADIUS = 14;

interface Badge {
  readonly shapes: readonly PathShape[];
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

/** Clear of what lies below by an edge of paper. */
const EDGE = { stroke: "paper", strokeWidth: 2, isRound: true } as const;

/** The circle is a ring: filled, a small one in grey cannot be told from the octagon. */
const BADGES: Readonly<Record<Severity, Badge>> = {
  error: {
    shapes: [{ kind: "path", d: polygonPath(OCTAGON.map(([x, y]) => ({ x, y }))), fill: "error", ...EDGE }],
    ink: "onError",
    baseline: 4.5,
  },
  warning: {
    shapes: [
      {
        kind: "path",
        d: polygonPath([
          { x: 0, y: -13 },
          { x: 14, y: 11 },
          { x: -14, y: 11 },
        ]),
        fill: "warning",
        ...EDGE,
      },
    ],
    ink: "onWarning",
    baseline: 7.5,
  },
  info: {
    shapes: [
      { kind: "path", d: circlePath(0, 0, 12), fill: "paper" },
      { kind: "path", d: circlePath(0, 0, 9.75), fill: "paper", stroke: "info", strokeWidth: 2.5 },
    ],
    ink: "info",
    baseline: 4.2,
  },
};

/** What is more has no room inside a badge; whoever cannot see it is told the exact number. */
export const MOST_IN_BADGE = 99;

/** The number in a badge: "2", "99+". */
export function badgeNumber(count: number): string {
  return count > MOST_IN_BADGE ? `${MOST_IN_BADGE}+` : String(count);
}

/** From the middle of one badge to that of the next, where several stand on one element. */
const BADGE_STEP = 2 * BADGE_RADIUS - 2;

/** How far inside that corner the outline of a card passes where it is no rectangle: a label may stand in the empty corner. */
const INSIDE_CORNER: Partial<Readonly<Record<ElementType, Point>>> = {
  fund: { x: 0, y: FUND_CAP },
  forum: { x: HEXAGON_POINT / 2, y: 0 },
};

/** Where the middles of an element's badges stand: from the top right corner of its card to the left. */
export function cardBadgeSpot(type: ElementType, { x, y, width }: Box, index: number): Point {
  const inside = INSIDE_CORNER[type] ?? { x: 0, y: 0 };
  return { x: x + width - inside.x - index * BADGE_STEP, y: y + inside.y };
}

/** Where the middles of a relation's badges stand: from the end of its label to the right, clear of the words; on the line where it has none. */
export function relationBadgeSpot({ label, points }: Route, index: number): Point | undefined {
  const start =
    label === undefined
      ? points[Math.floor(points.length / 2)]
      : { x: label.x + label.width + BADGE_RADIUS - 2, y: label.y + label.height / 2 };
  return start && { x: start.x + index * BADGE_STEP, y: start.y };
}

const SEAL_LOBES = 8;
const SEAL_RADIUS = 9.2;
const SEAL_WAVE = 1;

/** The wavy edge of a seal: a curve from trough to trough, its handles beyond the crest between them. */
function sealPath(): string {
  const at = (turn: number, radius: number) => {
    const angle = (2 * Math.PI * turn) / SEAL_LOBES - Math.PI / 2;
    return pointData({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  };
  const trough = SEAL_RADIUS - SEAL_WAVE;
  const crest = SEAL_RADIUS + 2 * SEAL_WAVE;
  const curves = Array.from(
    { length: SEAL_LOBES },
    (_, lobe) => `C${at(lobe + 0.15, crest)} ${at(lobe + 0.85, crest)} ${at(lobe + 1, trough)}`,
  );
  return `M${at(0, trough)}${curves.join("")}Z`;
}

/** A seal with a tick, in grey and filled: it has been stamped, and nothing is asked of anybody any more. Nothing to tick is round or wavy. */
const ACCEPTED: readonly PathShape[] = [
  { kind: "path", d: sealPath(), fill: "inkSoft", ...EDGE },
  { kind: "path", d: "M-4.2 0.4L-1.2 3.5L4.4 -3.3", stroke: "paper", strokeWidth: 2.2, isRound: true },
];

/**
 * The badge of findings on a card, around the point (0, 0): an octagon must be fixed, a triangle should be, a ring is worth a look,
 * with the number of findings inside; a seal stands for what is accepted, however much it is.
 */
export function findingBadge(kind: BadgeKind, count: number): readonly Shape[] {
  if (kind === "accepted") return ACCEPTED;
  const { shapes, ink, baseline } = BADGES[kind];
  const text = badgeNumber(count);
  const sizePx = text.length > 2 ? 8 : text.length > 1 || kind === "warning" ? 11 : 12.5;
  return [...shapes, ...textLine(text, 0, baseline, "middle", { sizePx, face: "bold", colour: ink })];
}
