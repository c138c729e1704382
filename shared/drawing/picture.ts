import type { Box } from "../geometry/box.ts";
import type { Shape } from "./shapes.ts";

/** Shapes with their own origin, put somewhere on a picture. */
export interface PictureGroup {
  readonly x: number;
  readonly y: number;
  /** Default 1. */
  readonly scale?: number;
  readonly shapes: readonly Shape[];
  /** What a reader is told who points at it or cannot see it. */
  readonly title?: string;
}

/** A whole picture, to be drawn from the first group to the last. */
export interface Picture {
  readonly title: string;
  /** What it covers, in map units; all of it is white paper. */
  readonly box: Box;
  readonly groups: readonly PictureGroup[];
}
