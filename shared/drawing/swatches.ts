import { circlePath, linePath, polygonPath, rectanglePath } from "../geometry/pathData.ts";
import type { Route } from "../geometry/route.ts";
import type { Point } from "../model/field.ts";
import type { Relation, RelationType } from "../model/relation.ts";
import { drawRelation } from "./drawRelation.ts";
import { relationLook } from "./relationLook.ts";
import type { ColourToken, Shape } from "./shapes.ts";
import { textLine } from "./textLine.ts";

/** The kinds of card that a legend tells apart. */
export type CardKind =
  | "commissioner"
  | "provider"
  | "vehicle"
  | "body"
  | "contract"
  | "sub-contract"
  | "terminated"
  | "fund"
  | "forum"
  | "place"
  | "note";

export const SWATCH_WIDTH = 44;
export const SWATCH_HEIGHT = 22;

const LEFT = 6;
const WIDTH = 32;
const HEIGHT = SWATCH_HEIGHT - 2;

/** A small picture of a kind of card, for the legend. */
export function cardSwatch(kind: CardKind): readonly Shape[] {
  switch (kind) {
    case "commissioner":
      return [
        edge(rectanglePath(LEFT, 1, WIDTH, HEIGHT, 1), "commissioner"),
        { kind: "path", d: rectanglePath(LEFT, 1, WIDTH, 7), fill: "commissioner" },
      ];
    case "provider":
      return [
        edge(rectanglePath(LEFT, 1, WIDTH, HEIGHT, 7), "provider"),
        { kind: "path", d: circlePath(LEFT + 10, 11, 5.5), fill: "provider" },
        ...textLine("P", LEFT + 10, 13.6, "middle", { sizePx: 7.5, face: "bold", colour: "onProvider" }),
      ];
    case "vehicle":
      return [edge(cutCorners(), "vehicle")];
    case "body":
      return [edge(rectanglePath(LEFT, 1, WIDTH, HEIGHT, 2), "plain")];
    case "contract":
      return sheet("contract", "paper");
    case "sub-contract":
      return sheet("subContract", "paper");
    case "terminated":
      return [...sheet("terminated", "wash"), cross()];
    case "fund":
      return [
        edge(rectanglePath(LEFT, 4, WIDTH, HEIGHT - 3, 5), "fundEdge"),
        {
          kind: "path",
          d: rectanglePath(LEFT, 2, WIDTH, 7, 3.5),
          fill: "fund",
          stroke: "fundEdge",
          strokeWidth: 1.5,
        },
      ];
    case "forum":
      return [edge(hexagon(), "forum")];
    case "place":
      return [
        { ...edge(rectanglePath(LEFT, 1, WIDTH, HEIGHT, 4), "place"), fill: "placeFill", dash: [4, 3] },
      ];
    case "note":
      return [{ ...edge(rectanglePath(LEFT, 1, WIDTH, HEIGHT), "noteYellowEdge"), fill: "noteYellow" }];
  }
}

function edge(d: string, stroke: ColourToken): Extract<Shape, { kind: "path" }> {
  return { kind: "path", d, fill: "paper", stroke, strokeWidth: 1.5 };
}

function points(...pairs: readonly (readonly [number, number])[]): Point[] {
  return pairs.map(([x, y]) => ({ x: LEFT + x, y: 1 + y }));
}

function cutCorners(): string {
  const cut = 5;
  return polygonPath(
    points(
      [cut, 0],
      [WIDTH - cut, 0],
      [WIDTH, cut],
      [WIDTH, HEIGHT - cut],
      [WIDTH - cut, HEIGHT],
      [cut, HEIGHT],
      [0, HEIGHT - cut],
      [0, cut],
    ),
  );
}

function hexagon(): string {
  return polygonPath(
    points([6, 0], [WIDTH - 6, 0], [WIDTH, HEIGHT / 2], [WIDTH - 6, HEIGHT], [6, HEIGHT], [0, HEIGHT / 2]),
  );
}

function sheet(colour: ColourToken, fill: ColourToken): Shape[] {
  const fold = 6;
  return [
    {
      ...edge(
        polygonPath(points([0, 0], [WIDTH - fold, 0], [WIDTH, fold], [WIDTH, HEIGHT], [0, HEIGHT])),
        colour,
      ),
      fill,
    },
    edge(polygonPath(points([WIDTH - fold, 0], [WIDTH - fold, fold], [WIDTH, fold])), colour),
    { kind: "path", d: rectanglePath(LEFT - 1, 1, 3, HEIGHT), fill: colour },
  ];
}

function cross(): Shape {
  const d = linePath(points([12, 6], [20, 14])) + linePath(points([20, 6], [12, 14]));
  return { kind: "path", d, stroke: "ink", strokeWidth: 2, isRound: true };
}

/** A piece of money's line, as thick as it is on the map. */
export function moneySwatch(strokeWidth: number): readonly Shape[] {
  const y = SWATCH_HEIGHT / 2;
  const ends = [
    { x: 2, y },
    { x: SWATCH_WIDTH - 2, y },
  ];
  return [{ kind: "path", d: linePath(ends), stroke: "money", strokeWidth }];
}

const SAMPLE_POUNDS = 4e7;

/** A small picture of a kind of relation, for the legend. */
export function relationSwatch(type: RelationType, isProposed = false): readonly Shape[] {
  const sample = {
    id: "sample",
    type,
    from: "a",
    to: "b",
    annualAmount: SAMPLE_POUNDS,
    proposed: isProposed,
  } as Relation;
  const look = relationLook(sample);
  const y = SWATCH_HEIGHT / 2;
  const line = [
    { x: look.startGap, y },
    { x: SWATCH_WIDTH - look.endGap, y },
  ];
  const route: Route = {
    d: linePath(line),
    points: line,
    start: { point: { x: 0, y }, side: "right", outward: { x: 1, y: 0 } },
    end: { point: { x: SWATCH_WIDTH, y }, side: "left", outward: { x: -1, y: 0 } },
    strokeWidth: look.strokeWidth,
  };
  return drawRelation(sample, route).shapes;
}
