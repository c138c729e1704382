import { HEXAGON_POINT } from "../geometry/outline.ts";
import { polygonPath } from "../geometry/pathData.ts";
import type { Forum } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";

const WIDTH = 240;
const PADDING = HEXAGON_POINT + 10;
const MIN_HEIGHT = 76;

/** A forum: a hexagon, grey, its text centred. */
export function drawForum(forum: Forum): Drawing {
  const blocks = [bandBlock(bandWords(forum).title, "inkSoft"), nameBlock(forum, 14), ...factBlocks(forum)];
  const column = { x: PADDING, widthPx: WIDTH - 2 * PADDING, align: "middle" } as const;
  const { heightPx } = textBlocks(blocks, { ...column, y: 0 });
  const height = onGrid(Math.max(MIN_HEIGHT, heightPx + 28));
  const body = textBlocks(blocks, { ...column, y: (height - heightPx) / 2 });
  const d = polygonPath([
    { x: HEXAGON_POINT, y: 1 },
    { x: WIDTH - HEXAGON_POINT, y: 1 },
    { x: WIDTH - 1, y: height / 2 },
    { x: WIDTH - HEXAGON_POINT, y: height - 1 },
    { x: HEXAGON_POINT, y: height - 1 },
    { x: 1, y: height / 2 },
  ]);
  return { width: WIDTH, height, shapes: [outline(d, forum, "forum"), ...body.shapes] };
}
