import { rectanglePath } from "../geometry/pathData.ts";
import type { Organisation } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { BAND_SIZE_PX, BAND_SPACING_PX, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";
import { textLine } from "./textLine.ts";

const WIDTH = 240;
const BAND_HEIGHT = 28;
const PADDING = 12;

/** A commissioner: a square card with a dark blue band. */
export function drawCommissioner(organisation: Organisation): Drawing {
  const body = textBlocks([nameBlock(organisation, 15), ...factBlocks(organisation)], {
    x: PADDING,
    y: BAND_HEIGHT + 10,
    widthPx: WIDTH - 2 * PADDING,
    align: "start",
  });
  const height = onGrid(BAND_HEIGHT + 10 + body.heightPx + 10);
  const words = bandWords(organisation);
  return {
    width: WIDTH,
    height,
    shapes: [
      outline(rectanglePath(1, 1, WIDTH - 2, height - 2, 2), organisation, "commissioner"),
      { kind: "path", d: rectanglePath(1, 1, WIDTH - 2, BAND_HEIGHT - 1, 2), fill: "commissioner" },
      ...textLine(words.title, PADDING, 18, "start", {
        sizePx: BAND_SIZE_PX,
        face: "bold",
        colour: "onCommissioner",
        letterSpacingPx: BAND_SPACING_PX,
      }),
      ...textLine(words.aside ?? "", WIDTH - PADDING, 18, "end", {
        sizePx: BAND_SIZE_PX,
        face: "regular",
        colour: "onCommissionerSoft",
      }),
      ...body.shapes,
    ],
  };
}
