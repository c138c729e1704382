import { polygonPath } from "../geometry/pathData.ts";
import type { Organisation } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";

const WIDTH = 248;
const PADDING = 16;
const CUT = 16;

/** A vehicle: a card with cut corners, purple, its text centred. */
export function drawVehicle(organisation: Organisation): Drawing {
  const blocks = [
    bandBlock(bandWords(organisation).title, "vehicle"),
    nameBlock(organisation, 16),
    ...factBlocks(organisation),
  ];
  const body = textBlocks(blocks, { x: PADDING, y: 16, widthPx: WIDTH - 2 * PADDING, align: "middle" });
  const height = onGrid(16 + body.heightPx + 14);
  const right = WIDTH - 1.25;
  const bottom = height - 1.25;
  const d = polygonPath([
    { x: CUT, y: 1.25 },
    { x: WIDTH - CUT, y: 1.25 },
    { x: right, y: CUT },
    { x: right, y: height - CUT },
    { x: WIDTH - CUT, y: bottom },
    { x: CUT, y: bottom },
    { x: 1.25, y: height - CUT },
    { x: 1.25, y: CUT },
  ]);
  return { width: WIDTH, height, shapes: [outline(d, organisation, "vehicle", 2.5), ...body.shapes] };
}
