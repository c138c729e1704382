import { linePath, polygonPath, rectanglePath } from "../geometry/pathData.ts";
import { textWidth } from "../geometry/textWidth.ts";
import type { Contract } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { ColourToken, Drawing, Shape } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";
import { type TextStyle, textLine } from "./textLine.ts";

const HEAD_WIDTH = 264;
const SUB_CONTRACT_WIDTH = 208;
const TEXT_LEFT = 16;
const PADDING = 12;
const FOLD = 18;

/** A contract: a document with a folded corner; blue, a sub-contract slate. One that was terminated is greyed and says so. */
export function drawContract(contract: Contract): Drawing {
  const isSub = contract.kind === "sub-contract";
  const isTerminated = contract.status === "terminated";
  const width = isSub ? SUB_CONTRACT_WIDTH : HEAD_WIDTH;
  const colour: ColourToken = isTerminated ? "terminated" : isSub ? "subContract" : "contract";
  const band = textBlocks([bandBlock(bandWords(contract).title, colour)], {
    x: TEXT_LEFT,
    y: 11,
    widthPx: width - TEXT_LEFT - FOLD - 8,
    align: "start",
  });
  const tagTop = 11 + band.heightPx + 4;
  const bodyTop = isTerminated ? tagTop + TAG_HEIGHT + 4 : tagTop;
  const body = textBlocks([nameBlock(contract, isSub ? 14 : 14.5), ...factBlocks(contract)], {
    x: TEXT_LEFT,
    y: bodyTop,
    widthPx: width - TEXT_LEFT - PADDING,
    align: "start",
  });
  const height = onGrid(bodyTop + body.heightPx + 11);
  return {
    width,
    height,
    shapes: [
      ...sheet(contract, width, height, colour, isTerminated ? "wash" : "paper"),
      ...band.shapes,
      ...(isTerminated ? terminatedTag(tagTop) : []),
      ...body.shapes,
    ],
  };
}

function sheet(
  contract: Contract,
  width: number,
  height: number,
  colour: ColourToken,
  fill: ColourToken,
): Shape[] {
  const right = width - 1;
  const page = polygonPath([
    { x: 1, y: 1 },
    { x: right - FOLD, y: 1 },
    { x: right, y: 1 + FOLD },
    { x: right, y: height - 1 },
    { x: 1, y: height - 1 },
  ]);
  const fold = polygonPath([
    { x: right - FOLD, y: 1 },
    { x: right - FOLD, y: 1 + FOLD },
    { x: right, y: 1 + FOLD },
  ]);
  return [
    outline(page, contract, colour, 2, fill),
    { kind: "path", d: fold, fill: "fold", stroke: colour, strokeWidth: 2, isRound: true },
    { kind: "path", d: rectanglePath(0, 0, 5, height), fill: colour },
  ];
}

const TAG_HEIGHT = 18;
const TAG_STYLE: TextStyle = { sizePx: 10.5, face: "bold", colour: "paper", letterSpacingPx: 0.8 };

function terminatedTag(top: number): Shape[] {
  const text = "TERMINATED";
  const crossX = TEXT_LEFT + 11;
  const middle = top + TAG_HEIGHT / 2;
  const width = 24 + textWidth(text, TAG_STYLE.sizePx, "bold", TAG_STYLE.letterSpacingPx) + 8;
  const cross = (dy: number) =>
    linePath([
      { x: crossX - 4, y: middle - dy },
      { x: crossX + 4, y: middle + dy },
    ]);
  return [
    { kind: "path", d: rectanglePath(TEXT_LEFT, top, width, TAG_HEIGHT, 3), fill: "ink" },
    { kind: "path", d: cross(4) + cross(-4), stroke: "paper", strokeWidth: 2, isRound: true },
    ...textLine(text, TEXT_LEFT + 22, middle + 3.7, "start", TAG_STYLE),
  ];
}
