import { rectanglePath } from "../geometry/pathData.ts";
import { textWidth } from "../geometry/textWidth.ts";
import type { SystemMap } from "../model/systemMap.ts";
import { wordFor } from "../model/words.ts";
import { longDate } from "./dateWords.ts";
import type { Drawing, Shape } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";
import { textLine } from "./textLine.ts";

const MARKING_SIZE_PX = 13;

/** The head of an exported picture: title, law, the day the map describes, the day it was drawn, and the marking if one is set. */
export function titleBlock(map: SystemMap, date: string, width: number): Drawing {
  const marking = map.settings?.marking;
  const markingText = marking === undefined ? "" : wordFor(marking, "marking").toUpperCase();
  const markingWidth = marking === undefined ? 0 : textWidth(markingText, MARKING_SIZE_PX, "bold", 0.6) + 24;
  const days = [
    ...(map.asOf === undefined ? [] : [`As of ${longDate(map.asOf)}`]),
    `Drawn on ${longDate(date)}`,
    "Not legal advice",
  ];
  const text = textBlocks(
    [
      {
        text: map.title.trim() === "" ? "Untitled map" : map.title,
        style: { sizePx: 24, face: "bold", colour: "ink" },
        lineHeightPx: 30,
        maxLines: 2,
        gapPx: 0,
      },
      {
        text: [wordFor(map.regime, "regime"), ...days].join(" · "),
        style: { sizePx: 13, face: "regular", colour: "inkSoft" },
        lineHeightPx: 18,
        maxLines: 2,
        gapPx: 4,
      },
    ],
    { x: 0, y: 0, widthPx: width - (markingWidth === 0 ? 0 : markingWidth + 24), align: "start" },
  );
  const height = text.heightPx + 14;
  return {
    width,
    height,
    shapes: [
      ...text.shapes,
      ...(marking === undefined ? [] : markingShapes(markingText, width - markingWidth, markingWidth)),
      { kind: "path", d: rectanglePath(0, height - 2, width, 2), fill: "accent" },
    ],
  };
}

function markingShapes(text: string, x: number, width: number): Shape[] {
  return [
    {
      kind: "path",
      d: rectanglePath(x + 1, 1, width - 2, 26, 3),
      fill: "paper",
      stroke: "ink",
      strokeWidth: 2,
    },
    ...textLine(text, x + width / 2, 18.5, "middle", {
      sizePx: MARKING_SIZE_PX,
      face: "bold",
      colour: "ink",
      letterSpacingPx: 0.6,
    }),
  ];
}
