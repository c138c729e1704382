import { shownName } from "../../../shared/drawing/cardText.ts";
import { drawElement } from "../../../shared/drawing/drawElement.ts";
import type { ColourToken, Drawing, PathShape, Shape } from "../../../shared/drawing/shapes.ts";
import { textLine } from "../../../shared/drawing/textLine.ts";
import { rectanglePath } from "../../../shared/geometry/pathData.ts";
import { wrapText } from "../../../shared/geometry/wrapText.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Detail } from "./detailStore.ts";

/** One size, so that no card seems to matter more than another, and a smaller one for long names. */
const NAME_SIZES_PX = [28, 22] as const;
const LINE_HEIGHT = 1.08;
const PADDING = 15;
const PADDING_ABOVE = 4;
const PLACE_PADDING = 20;
const FRAME_WIDTH = 5;
const PLACE_FRAME_WIDTH = 6;
const DASH = [18, 12] as const;
const CAP_CENTRE = 0.345;
const SIGN_WIDTH = 13;
const MARK_SHARE = 0.62;
const LARGEST_MARK_PX = 90;

const drawn: Readonly<Record<Exclude<Detail, "full">, WeakMap<MapElement, Drawing>>> = {
  names: new WeakMap(),
  shapes: new WeakMap(),
};

/**
 * A card as it is drawn from afar, of the same size and outline as from near: its name, or its shape filled
 * with its colour and marked with its kind. The same element gives the same drawing.
 */
export function simpleCard(element: MapElement, detail: Exclude<Detail, "full">): Drawing {
  const known = drawn[detail].get(element);
  if (known !== undefined) return known;
  const drawing = detail === "names" ? namedCard(element) : filledCard(element);
  drawn[detail].set(element, drawing);
  return drawing;
}

function outlineOf(element: MapElement): { readonly size: Drawing; readonly outline: PathShape | undefined } {
  const size = drawElement(element);
  return { size, outline: size.shapes.find((shape) => shape.kind === "path") };
}

function namedCard(element: MapElement): Drawing {
  const { size, outline } = outlineOf(element);
  const { width, height } = size;
  const isPlace = element.type === "place";
  const shapes: Shape[] = outline === undefined ? [] : [framed(outline, element), ...signOf(outline, size)];
  const text = element.type === "note" ? element.name || (element.text ?? "") : shownName(element).text;
  const padding = isPlace ? PLACE_PADDING : PADDING;
  const above = isPlace ? PLACE_PADDING : outline?.stroke === "commissioner" ? SIGN_WIDTH : PADDING_ABOVE;
  const room = { width: width - 2 * padding, height: height - above - (isPlace ? padding : PADDING_ABOVE) };
  const { lines, sizePx } = largestFitting(text, room);
  const lineHeight = sizePx * LINE_HEIGHT;
  const top = above + (isPlace ? 0 : (room.height - lines.length * lineHeight) / 2);
  for (const [index, line] of lines.entries()) {
    const middle = top + (index + 0.5) * lineHeight + sizePx * CAP_CENTRE;
    const colour: ColourToken = isPlace ? "inkSoft" : "ink";
    const style = { sizePx, face: "bold", colour } as const;
    shapes.push(
      ...(isPlace
        ? textLine(line, padding, middle, "start", style)
        : textLine(line, width / 2, middle, "middle", style)),
    );
  }
  return { width, height, shapes };
}

/** What tells the kinds of square cards apart besides their colour: the band of a commissioner, the spine of a contract. */
function signOf({ stroke }: PathShape, { width, height }: Drawing): Shape[] {
  if (stroke === "commissioner")
    return [{ kind: "path", d: rectanglePath(1, 1, width - 2, SIGN_WIDTH, 2), fill: stroke }];
  if (stroke === "contract" || stroke === "subContract")
    return [{ kind: "path", d: rectanglePath(0, 0, SIGN_WIDTH, height), fill: stroke }];
  return [];
}

function largestFitting(text: string, room: { readonly width: number; readonly height: number }) {
  let lines: readonly string[] = [];
  let sizePx = 0;
  for (sizePx of NAME_SIZES_PX) {
    const maxLines = Math.max(1, Math.floor(room.height / (sizePx * LINE_HEIGHT)));
    const style = { sizePx, face: "bold", maxWidthPx: room.width } as const;
    lines = wrapText(text, { ...style, maxLines: maxLines + 1 });
    if (lines.length <= maxLines && !isBroken(lines, text)) break;
    lines = wrapText(text, { ...style, maxLines });
  }
  return { lines, sizePx };
}

/** Whether a word had to be cut inside to fit into a line. */
function isBroken(lines: readonly string[], text: string): boolean {
  const words = new Set(text.split(/[\s\-–/]+/u));
  return lines.some((line) => line.split(/[\s\-–/]+/u).some((word) => word !== "" && !words.has(word)));
}

function framed(outline: PathShape, element: MapElement): PathShape {
  const strokeWidth = element.type === "place" ? PLACE_FRAME_WIDTH : FRAME_WIDTH;
  return { ...outline, strokeWidth, ...(outline.dash === undefined ? {} : { dash: DASH }) };
}

function filledCard(element: MapElement): Drawing {
  const { size, outline } = outlineOf(element);
  const { width, height } = size;
  if (outline === undefined) return { width, height, shapes: [] };
  const isGround = element.type === "place" || element.type === "note";
  if (isGround || element.proposed === true)
    return { width, height, shapes: [{ ...framed(outline, element), strokeWidth: 2 * FRAME_WIDTH }] };
  const fill = element.type === "fund" ? "fund" : (outline.stroke ?? "plain");
  return {
    width,
    height,
    shapes: [{ ...outline, fill, strokeWidth: FRAME_WIDTH }, ...markOf(element, size)],
  };
}

/** The kind of a card in one sign, as large as the card allows: colour alone never says it. */
function markOf(element: MapElement, { width, height, shapes }: Drawing): Shape[] {
  if (element.type === "contract") return writing(width, height);
  const outline = shapes.find((shape) => shape.kind === "path");
  const sign = SIGNS[outline?.stroke ?? "plain"];
  if (sign === undefined) return [];
  const sizePx = Math.min(LARGEST_MARK_PX, height * MARK_SHARE);
  return textLine(sign.text, width / 2, height / 2 + sizePx * CAP_CENTRE, "middle", {
    sizePx,
    face: "bold",
    colour: sign.colour,
  });
}

const SIGNS: Readonly<Partial<Record<ColourToken, { readonly text: string; readonly colour: ColourToken }>>> =
  {
    commissioner: { text: "C", colour: "onCommissioner" },
    provider: { text: "P", colour: "onProvider" },
    vehicle: { text: "V", colour: "onProvider" },
    forum: { text: "F", colour: "onCommissioner" },
    fundEdge: { text: "£", colour: "fundInk" },
  };

/** Three lines, as of a written page. */
function writing(width: number, height: number): Shape[] {
  const line = (share: number, end: number) =>
    `M${width * 0.2} ${height * share} L${width * end} ${height * share}`;
  return [
    {
      kind: "path",
      d: `${line(0.32, 0.7)} ${line(0.52, 0.8)} ${line(0.72, 0.6)}`,
      stroke: "paper",
      strokeWidth: 9,
      isRound: true,
    },
  ];
}
