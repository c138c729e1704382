import { elementFacts } from "../drawing/elementFacts.ts";
import { type Box, union } from "../geometry/box.ts";
import type { Place } from "../model/element.ts";

const PADDING = 28;
/** The kind and the name at the top of a frame; below them one line for each fact. */
const HEAD = 64;
const FACT_LINE = 18;
const NARROWEST = 240;

/** How much room a place keeps between its frame and what lies in it. */
export function framePadding(place: Place): { readonly top: number; readonly around: number } {
  return { top: HEAD + elementFacts(place).length * FACT_LINE, around: PADDING };
}

/** The smallest frame of a place around some boxes; undefined without any. */
export function frameAround(place: Place, boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes;
  if (first === undefined) return undefined;
  const { x, y, width, height } = others.reduce(union, first);
  const { top, around } = framePadding(place);
  return {
    x: x - around,
    y: y - top,
    width: Math.max(NARROWEST, width + 2 * around),
    height: height + top + around,
  };
}
