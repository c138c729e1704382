import { circlePath, rectanglePath } from "../geometry/pathData.ts";
import type { Organisation } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";
import { textLine } from "./textLine.ts";

const WIDTH = 248;
const TEXT_LEFT = 44;
const PADDING = 16;

/** A provider: a rounded card, green, with a P in a disc. */
export function drawProvider(organisation: Organisation): Drawing {
  const head = textBlocks(
    [bandBlock(bandWords(organisation).title, "provider"), { ...nameBlock(organisation, 14), gapPx: 2 }],
    {
      x: TEXT_LEFT,
      y: 14,
      widthPx: WIDTH - TEXT_LEFT - PADDING,
      align: "start",
    },
  );
  const factsTop = 14 + head.heightPx + 5;
  const facts = textBlocks(factBlocks(organisation), {
    x: PADDING,
    y: factsTop,
    widthPx: WIDTH - 2 * PADDING,
    align: "start",
  });
  const height = onGrid(Math.max(56, facts.heightPx === 0 ? factsTop + 7 : factsTop + facts.heightPx + 12));
  return {
    width: WIDTH,
    height,
    shapes: [
      outline(rectanglePath(1, 1, WIDTH - 2, height - 2, 16), organisation, "provider"),
      { kind: "path", d: circlePath(25, 27, 12), fill: "provider" },
      ...textLine("P", 25, 31.5, "middle", { sizePx: 13, face: "bold", colour: "onProvider" }),
      ...head.shapes,
      ...facts.shapes,
    ],
  };
}
