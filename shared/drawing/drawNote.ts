import { polygonPath } from "../geometry/pathData.ts";
import type { Note } from "../model/element.ts";
import { nameBlock, shownName } from "./cardText.ts";
import type { ColourToken, Drawing } from "./shapes.ts";
import { statedSize } from "./statedSize.ts";
import { type Block, textBlocks } from "./textBlock.ts";

const DEFAULT_SIZE = { width: 200, height: 120 };
const MIN_SIZE = { width: 80, height: 48 };
const PADDING = 12;
const CURL = 14;
const LINE_HEIGHT = 16;

interface Paper {
  readonly fill: ColourToken;
  readonly edge: ColourToken;
}

const YELLOW: Paper = { fill: "noteYellow", edge: "noteYellowEdge" };
const PAPERS: ReadonlyMap<string, Paper> = new Map([
  ["yellow", YELLOW],
  ["blue", { fill: "noteBlue", edge: "noteBlueEdge" }],
  ["green", { fill: "noteGreen", edge: "noteGreenEdge" }],
  ["pink", { fill: "notePink", edge: "notePinkEdge" }],
  ["grey", { fill: "noteGrey", edge: "noteGreyEdge" }],
]);

/** A note: a sticky, its corner turned up. */
export function drawNote(note: Note): Drawing {
  const size = statedSize(note.size, DEFAULT_SIZE, MIN_SIZE);
  const { width, height } = size;
  const paper = PAPERS.get((note.colour ?? "").trim().toLowerCase()) ?? YELLOW;
  const room = height - 2 * PADDING;
  const title: Block[] = shownName(note).isNamed
    ? [{ ...nameBlock(note, 13, 2), lineHeightPx: LINE_HEIGHT }]
    : [];
  const column = { x: PADDING, y: PADDING, widthPx: width - 2 * PADDING, align: "start" } as const;
  const titleHeight = textBlocks(title, column).heightPx;
  const text: Block = {
    text: note.text ?? "",
    style: { sizePx: 12, face: "regular", colour: "ink" },
    lineHeightPx: LINE_HEIGHT,
    maxLines: Math.floor((room - titleHeight - 4) / LINE_HEIGHT),
    gapPx: 4,
  };
  const body = textBlocks(text.maxLines > 0 ? [...title, text] : title, column);
  const page = polygonPath([
    { x: 0.75, y: 0.75 },
    { x: width - 0.75, y: 0.75 },
    { x: width - 0.75, y: height - CURL },
    { x: width - CURL, y: height - 0.75 },
    { x: 0.75, y: height - 0.75 },
  ]);
  const curl = polygonPath([
    { x: width - 0.75, y: height - CURL },
    { x: width - CURL, y: height - CURL },
    { x: width - CURL, y: height - 0.75 },
  ]);
  return {
    ...size,
    shapes: [
      { kind: "path", d: page, fill: paper.fill, stroke: paper.edge, strokeWidth: 1.5 },
      { kind: "path", d: curl, fill: paper.edge, stroke: paper.edge, strokeWidth: 1.5, isRound: true },
      ...body.shapes,
    ],
  };
}
