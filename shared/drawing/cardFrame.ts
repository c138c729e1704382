import type { MapElement } from "../model/element.ts";
import type { ColourToken, PathShape } from "./shapes.ts";

const PROPOSED_DASH = [6, 4] as const;

/** The outline of a card: white, in the colour of its kind; dashed where it is only proposed. */
export function outline(
  d: string,
  element: MapElement,
  stroke: ColourToken,
  strokeWidth = 2,
  fill: ColourToken = "paper",
): PathShape {
  return {
    kind: "path",
    d,
    fill,
    stroke,
    strokeWidth,
    ...(element.proposed === true ? { dash: PROPOSED_DASH } : {}),
  };
}

/** Cards grow in steps of the grid, so that rows of cards line up. */
export function onGrid(lengthPx: number): number {
  return Math.ceil(lengthPx / 4) * 4;
}
