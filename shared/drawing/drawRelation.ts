import type { Box } from "../geometry/box.ts";
import { distance } from "../geometry/curve.ts";
import { linePath, coordinate as n, rectanglePath } from "../geometry/pathData.ts";
import type { Route } from "../geometry/route.ts";
import type { Point } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";
import { relationVerb } from "../model/words.ts";
import { endMark } from "./endMarks.ts";
import {
  LABEL_LINE_PX,
  LABEL_SIZE_PX,
  MONEY_SIZE_PX,
  type RelationLabel,
  type RelationLook,
  relationLook,
  relationWords,
  SHIELD_PX,
} from "./relationLook.ts";
import type { PathShape, Shape } from "./shapes.ts";
import { CAP_CENTRE } from "./textBlock.ts";
import { textLine } from "./textLine.ts";

/** A relation as it is drawn, in map units. */
export interface RelationDrawing {
  /** The line and the marks at its ends, to be drawn below the cards. */
  readonly shapes: readonly Shape[];
  /** The label, to be drawn above the cards. */
  readonly labelShapes: readonly Shape[];
  /** What a screen reader says between the two names: "pays £145.2m a year". */
  readonly label: string;
}

const drawn = new WeakMap<Route, { readonly relation: Relation; readonly drawing: RelationDrawing }>();

/** Draws a relation along its route. The same two objects give the same drawing. */
export function drawRelation(relation: Relation, route: Route): RelationDrawing {
  const known = drawn.get(route);
  if (known?.relation === relation) return known.drawing;
  const drawing = drawAnew(relation, route);
  drawn.set(route, { relation, drawing });
  return drawing;
}

function drawAnew(relation: Relation, route: Route): RelationDrawing {
  const look = relationLook(relation);
  return {
    shapes: [
      ...lines(look, route),
      ...endMark(look.startMark, route.start, look),
      ...endMark(look.endMark, route.end, look),
    ],
    labelShapes:
      route.label === undefined
        ? []
        : [
            ...leader(look, route.label, route.points),
            ...labelShapes(look, look.label, route.label, relation.proposed === true),
          ],
    label: spokenWords(relation),
  };
}

function spokenWords(relation: Relation): string {
  const words = relationWords(relation);
  if (relation.type !== "pays") return words;
  return relation.annualAmount === undefined
    ? `${relationVerb("pays")}, amount ${words}`
    : `${relationVerb("pays")} ${words}`;
}

function lines(look: RelationLook, route: Route): PathShape[] {
  const line: PathShape = {
    kind: "path",
    d: route.d,
    stroke: look.colour,
    strokeWidth: look.strokeWidth,
    ...(look.dash === undefined ? {} : { dash: look.dash }),
    ...(look.dash === undefined || (look.dash[0] ?? 0) <= 1 ? { isRound: true } : {}),
  };
  if (!look.isDouble) return [line];
  return [
    line,
    { kind: "path", d: route.d, stroke: "paper", strokeWidth: Math.max(1, look.strokeWidth - 3) },
  ];
}

/** A label that stands beside its line is tied to it by a short stroke, so that it is clear whose it is. */
function leader(look: RelationLook, box: Box, points: readonly Point[]): PathShape[] {
  const nearest = nearestTo(box, points);
  if (nearest === undefined) return [];
  const { x, y, width, height } = box;
  const edge = {
    x: Math.max(x, Math.min(x + width, nearest.x)),
    y: Math.max(y, Math.min(y + height, nearest.y)),
  };
  const away = distance(nearest, edge);
  if (away < LEAST_LEADER) return [];
  return [{ kind: "path", d: linePath([edge, nearest]), stroke: look.colour, strokeWidth: 1 }];
}

const LEAST_LEADER = 2;

/** The point of a line nearest to a box; undefined for a line without points. */
function nearestTo(box: Box, points: readonly Point[]): Point | undefined {
  const inBox = ({ x, y }: Point) => ({
    x: Math.max(box.x, Math.min(box.x + box.width, x)),
    y: Math.max(box.y, Math.min(box.y + box.height, y)),
  });
  let nearest: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    for (let step = 1; step <= STEPS_BETWEEN; step++) {
      const share = step / STEPS_BETWEEN;
      const at = { x: before.x + (point.x - before.x) * share, y: before.y + (point.y - before.y) * share };
      const edge = inBox(at);
      const away = (at.x - edge.x) ** 2 + (at.y - edge.y) ** 2;
      if (away < least) {
        least = away;
        nearest = at;
      }
    }
  }
  return nearest;
}

/** Points along a line are some units apart: between two of them this many are looked at. */
const STEPS_BETWEEN = 6;

function labelShapes(look: RelationLook, label: RelationLabel, box: Box, isProposed: boolean): Shape[] {
  const { x, y, width, height } = box;
  const isMoney = label.kind === "money";
  const frame: PathShape = isMoney
    ? {
        kind: "path",
        d: rectanglePath(x, y, width, height, 11),
        fill: isProposed ? "paper" : "money",
        stroke: isProposed ? "money" : "paper",
        strokeWidth: 1.5,
      }
    : {
        kind: "path",
        d: rectanglePath(x + 0.5, y + 0.5, width - 1, height - 1, 4),
        fill: "paper",
        stroke: "line",
      };
  const shield = label.kind === "shield" ? [shieldShape(x + 7, y + height / 2, look)] : [];
  const indent = label.kind === "shield" ? SHIELD_PX : 0;
  const sizePx = isMoney ? MONEY_SIZE_PX : LABEL_SIZE_PX;
  const colour =
    isMoney && !isProposed ? "onMoney" : look.colour === "relationSoft" ? "inkSoft" : look.colour;
  const top = y + (height - label.lines.length * LABEL_LINE_PX) / 2;
  const text = label.lines.flatMap((line, index) =>
    textLine(
      line,
      x + indent + (width - indent) / 2,
      top + (index + 0.5) * LABEL_LINE_PX + sizePx * CAP_CENTRE,
      "middle",
      {
        sizePx,
        face: isMoney ? "bold" : "regular",
        colour,
      },
    ),
  );
  return [{ ...frame, ...(isProposed && isMoney ? { dash: [4, 3] } : {}) }, ...shield, ...text];
}

/** A small shield, its middle on the line of text. */
function shieldShape(left: number, middle: number, look: RelationLook): PathShape {
  const top = middle - 6;
  const d =
    `M${n(left)} ${n(top + 1.5)}L${n(left + 5)} ${n(top)}L${n(left + 10)} ${n(top + 1.5)}L${n(left + 10)} ${n(top + 6)}` +
    `C${n(left + 10)} ${n(top + 9)} ${n(left + 8)} ${n(top + 11)} ${n(left + 5)} ${n(top + 12)}` +
    `C${n(left + 2)} ${n(top + 11)} ${n(left)} ${n(top + 9)} ${n(left)} ${n(top + 6)}Z`;
  return { kind: "path", d, fill: look.colour };
}
