import { cleanText } from "./cleanText.ts";
import { graphemes } from "./graphemes.ts";
import { type FontFace, scriptOf, textWidth } from "./textWidth.ts";

export interface WrapOptions {
  readonly maxWidthPx: number;
  readonly maxLines: number;
  readonly sizePx: number;
  /** Default `regular`. */
  readonly face?: FontFace;
  /** Default 0. */
  readonly letterSpacingPx?: number;
}

const ELLIPSIS = "…";
const PLAIN = /^[ -~]*$/;

// No card holds as much, and nobody should wait for a name of a million characters to be measured.
const LONGEST_READ = 4_000;

/**
 * Breaks a text into lines that fit: at spaces, after hyphens and slashes, inside a word only if it is wider than a line, and
 * never inside a character. What does not fit into the last line ends in "…". Nothing drawable gives no lines.
 */
export function wrapText(text: string, options: WrapOptions): string[] {
  const { maxLines } = options;
  const width = (line: string) => textWidth(line, options.sizePx, options.face, options.letterSpacingPx);
  const lines: string[] = [];
  let line = "";
  for (const piece of fittingPieces(cleanText(text.slice(0, LONGEST_READ)), options.maxWidthPx, width)) {
    if (line === "" || width((line + piece).trimEnd()) <= options.maxWidthPx) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
    if (lines.length === maxLines) break;
  }
  const hasMore = lines.length === maxLines || text.length > LONGEST_READ;
  if (lines.length < maxLines && line.trimEnd() !== "") lines.push(line.trimEnd());
  const last = lines.at(-1);
  if (hasMore && last !== undefined) lines[lines.length - 1] = shortenTo(last, options.maxWidthPx, width);
  return lines;
}

function shortenTo(line: string, maxWidthPx: number, width: (line: string) => number): string {
  const characters = [...graphemes(line)];
  const ends = () => characters.join("").replace(/[\s,;:.·–-]+$/u, "") + ELLIPSIS;
  while (characters.length > 0 && width(ends()) > maxWidthPx) characters.pop();
  return ends();
}

/** Words with the space after them, cut at hyphens and slashes; a word wider than a line in parts that fit. */
function* fittingPieces(
  text: string,
  maxWidthPx: number,
  width: (line: string) => number,
): Generator<string> {
  for (const word of text.match(/[^ ]+ ?/gu) ?? []) {
    for (const piece of word.match(/[^-–/]*[-–/]+ ?|[^-–/]+/gu) ?? []) {
      if (width(piece.trimEnd()) <= maxWidthPx && !hasOther(piece)) yield piece;
      else yield* cutToWidth(piece, maxWidthPx, width);
    }
  }
}

// Chinese and Japanese are written without spaces: such text may break after any character.
function hasOther(piece: string): boolean {
  if (PLAIN.test(piece)) return false;
  for (const grapheme of graphemes(piece)) if (scriptOf(grapheme) === "other") return true;
  return false;
}

function* cutToWidth(word: string, maxWidthPx: number, width: (line: string) => number): Generator<string> {
  let part = "";
  for (const grapheme of graphemes(word)) {
    if (part !== "" && (scriptOf(grapheme) === "other" || width((part + grapheme).trimEnd()) > maxWidthPx)) {
      yield part;
      part = "";
    }
    part += grapheme;
  }
  if (part !== "") yield part;
}
