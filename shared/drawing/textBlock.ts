import { readingDirection } from "../geometry/cleanText.ts";
import { wrapText } from "../geometry/wrapText.ts";
import type { TextShape } from "./shapes.ts";
import { type TextStyle, textLine } from "./textLine.ts";

/** A paragraph in a column of text. */
export interface Block {
  readonly text: string;
  readonly style: TextStyle;
  readonly lineHeightPx: number;
  readonly maxLines: number;
  /** Space above, in px; none above the first block. */
  readonly gapPx: number;
}

export interface Column {
  readonly x: number;
  /** The top of the first line. */
  readonly y: number;
  readonly widthPx: number;
  readonly align: "start" | "middle";
}

/** Sets blocks below one another; text read from right to left stands at the right edge. Also says how high it came out. */
export function textBlocks(
  blocks: readonly Block[],
  column: Column,
): { shapes: TextShape[]; heightPx: number } {
  const shapes: TextShape[] = [];
  let top = column.y;
  for (const block of blocks) {
    const { sizePx, face, letterSpacingPx = 0 } = block.style;
    const lines = wrapText(block.text, {
      maxWidthPx: column.widthPx,
      maxLines: block.maxLines,
      sizePx,
      face,
      letterSpacingPx,
    });
    if (lines.length === 0) continue;
    if (top > column.y) top += block.gapPx;
    const direction = readingDirection(block.text);
    for (const line of lines) {
      const baseline = top + block.lineHeightPx / 2 + sizePx * CAP_CENTRE;
      const anchor = column.align === "middle" ? "middle" : direction === "rtl" ? "end" : "start";
      const x = column.x + (anchor === "middle" ? column.widthPx / 2 : anchor === "end" ? column.widthPx : 0);
      shapes.push(...textLine(line, x, baseline, anchor, block.style, direction));
      top += block.lineHeightPx;
    }
  }
  return { shapes, heightPx: top - column.y };
}

/** Half the height of a capital letter, in em: how far below the middle of a line its base line stands. */
export const CAP_CENTRE = 0.345;
