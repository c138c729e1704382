import { circlePath, linePath, polygonPath } from "../geometry/pathData.ts";
import type { RouteEnd } from "../geometry/route.ts";
import type { Point } from "../model/field.ts";
import { arrowHalfWidth, arrowLength, type EndMark, MARK_GAP, type RelationLook } from "./relationLook.ts";
import type { Shape } from "./shapes.ts";

/** The mark where a line meets a card: plain paths, so that every back-end draws the same. */
export function endMark(mark: EndMark, end: RouteEnd, look: RelationLook): Shape[] {
  const at = framed(end);
  const line = {
    kind: "path",
    stroke: look.colour,
    strokeWidth: Math.max(1.5, Math.min(2, look.strokeWidth)),
    isRound: true,
  } as const;
  switch (mark) {
    case "none":
      return [];
    case "arrow":
      return [{ ...line, d: linePath([at(MARK_GAP + 10, -5.5), at(MARK_GAP, 0), at(MARK_GAP + 10, 5.5)]) }];
    case "filled-arrow": {
      const length = MARK_GAP + arrowLength(look.strokeWidth);
      const half = arrowHalfWidth(look.strokeWidth);
      return [
        {
          kind: "path",
          d: polygonPath([at(MARK_GAP, 0), at(length, half), at(length, -half)]),
          fill: look.colour,
        },
      ];
    }
    case "diamond":
      return [
        {
          kind: "path",
          d: polygonPath([
            at(MARK_GAP, 0),
            at(MARK_GAP + 10, 6.5),
            at(MARK_GAP + 20, 0),
            at(MARK_GAP + 10, -6.5),
          ]),
          fill: look.colour,
        },
      ];
    case "square":
      return [
        {
          kind: "path",
          d: polygonPath([
            at(MARK_GAP, -4.5),
            at(MARK_GAP, 4.5),
            at(MARK_GAP + 9, 4.5),
            at(MARK_GAP + 9, -4.5),
          ]),
          fill: look.colour,
        },
      ];
    case "ring": {
      const centre = at(MARK_GAP + 4, 0);
      return [
        {
          kind: "path",
          d: circlePath(centre.x, centre.y, 3.5),
          fill: "paper",
          stroke: look.colour,
          strokeWidth: 1.75,
        },
      ];
    }
    case "bracket":
      return [
        {
          ...line,
          d: linePath([at(MARK_GAP, -8), at(MARK_GAP + 5, -8), at(MARK_GAP + 5, 8), at(MARK_GAP, 8)]),
        },
      ];
  }
}

/** A point in the frame of a line's end: so far out from the card, so far to the side. */
function framed({ point, outward }: RouteEnd): (out: number, aside: number) => Point {
  return (out, aside) => ({
    x: point.x + outward.x * out - outward.y * aside,
    y: point.y + outward.y * out + outward.x * aside,
  });
}
