import { rectanglePath } from "../geometry/pathData.ts";
import type { Organisation } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";

const WIDTH = 224;
const PADDING = 14;

/** A regulator, a support unit or any other body: a plain grey card. */
export function drawPlainOrganisation(organisation: Organisation): Drawing {
  const blocks = [
    bandBlock(bandWords(organisation).title, "inkSoft"),
    nameBlock(organisation, 14),
    ...factBlocks(organisation),
  ];
  const body = textBlocks(blocks, { x: PADDING, y: 12, widthPx: WIDTH - 2 * PADDING, align: "start" });
  const height = onGrid(12 + body.heightPx + 12);
  return {
    width: WIDTH,
    height,
    shapes: [
      outline(rectanglePath(1, 1, WIDTH - 2, height - 2, 3), organisation, "plain", 1.5),
      ...body.shapes,
    ],
  };
}
