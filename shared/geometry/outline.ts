import type { ElementType } from "../model/element.ts";
import type { Point, Size } from "../model/field.ts";

export type Side = "top" | "right" | "bottom" | "left";
export const SIDES: readonly Side[] = ["top", "right", "bottom", "left"];

/** How far the points of a forum's hexagon stand out from its flat top and bottom. */
export const HEXAGON_POINT = 20;
/** Half the height of the ellipse that closes a fund's cylinder. */
export const FUND_CAP = 10;

/**
 * The point of a card's border at a place along a side: measured from the card's top left corner, `along` from the left or
 * from the top. Cards that are no rectangle are met where their line is drawn.
 */
export function borderPoint(type: ElementType, size: Size, side: Side, along: number): Point {
  const { width, height } = size;
  const inward =
    type === "forum" ? hexagonInset(size, side, along) : type === "fund" ? capInset(size, side, along) : 0;
  switch (side) {
    case "top":
      return { x: along, y: inward };
    case "bottom":
      return { x: along, y: height - inward };
    case "left":
      return { x: inward, y: along };
    case "right":
      return { x: width - inward, y: along };
  }
}

function hexagonInset({ height }: Size, side: Side, along: number): number {
  if (side === "top" || side === "bottom" || height === 0) return 0;
  return (HEXAGON_POINT * Math.abs(along - height / 2)) / (height / 2);
}

function capInset({ width }: Size, side: Side, along: number): number {
  if (side === "left" || side === "right" || width === 0) return 0;
  const fromMiddle = Math.min(1, Math.abs(along - width / 2) / (width / 2));
  return FUND_CAP * (1 - Math.sqrt(1 - fromMiddle * fromMiddle));
}

/** The stretch of a side where lines may meet it, away from corners: from, to. */
export function anchorRange(type: ElementType, size: Size, side: Side): readonly [from: number, to: number] {
  const length = side === "top" || side === "bottom" ? size.width : size.height;
  const isFlatEndOfHexagon = type === "forum" && (side === "top" || side === "bottom");
  const margin = Math.min(isFlatEndOfHexagon ? HEXAGON_POINT + 12 : 22, length / 2);
  return [margin, length - margin];
}
