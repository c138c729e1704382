import { rectanglePath } from "../geometry/pathData.ts";
import type { Place } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { statedSize } from "./statedSize.ts";
import { textBlocks } from "./textBlock.ts";

const DEFAULT_SIZE = { width: 480, height: 320 };
const MIN_SIZE = { width: 160, height: 88 };
const PADDING = 16;

/** A place: a dashed frame that stands behind what lies in it. */
export function drawPlace(place: Place): Drawing {
  const size = statedSize(place.size, DEFAULT_SIZE, MIN_SIZE);
  const blocks = [
    bandBlock(bandWords(place).title, "inkSoft"),
    nameBlock(place, 15, 1),
    ...factBlocks(place),
  ];
  const head = textBlocks(blocks, { x: PADDING, y: 14, widthPx: size.width - 2 * PADDING, align: "start" });
  return {
    ...size,
    shapes: [
      {
        kind: "path",
        d: rectanglePath(1, 1, size.width - 2, size.height - 2, 12),
        fill: "placeFill",
        stroke: "place",
        strokeWidth: 1.5,
        dash: [8, 6],
      },
      ...head.shapes,
    ],
  };
}
