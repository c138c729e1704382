import { FONT_METRICS } from "../drawing/generated/fontMetrics.ts";
import { graphemes } from "./graphemes.ts";

export type FontFace = "regular" | "bold" | "italic";

/**
 * The font that a character is drawn in. Arimo (`latin`) has Latin, Greek, Cyrillic and Hebrew; Arabic and emoji have a named
 * fallback; any other script is drawn in whatever the machine has.
 */
export type Script = "latin" | "arabic" | "emoji" | "other";

/** Widths in em of what Arimo lacks, by class: wide enough for what the fallback fonts draw. */
const ARABIC_EM = 0.62;
const EMOJI_EM = 1.28;
const OTHER_EM = 1.02;
/** How much wider Latin letters are in Noto Sans Arabic than in Arimo. */
const LATIN_IN_ARABIC_FACTOR = 1.06;

const TABLE_LENGTH = 0x10000;
const NOT_IN_FONT = 0xffff;

const tables = new Map<FontFace, Uint16Array>();

function tableOf(face: FontFace): Uint16Array {
  const known = tables.get(face);
  if (known !== undefined) return known;
  const table = new Uint16Array(TABLE_LENGTH).fill(NOT_IN_FONT);
  const widths = widthsInOrder(FONT_METRICS[face]);
  for (const range of FONT_METRICS.codePoints.split(" ")) {
    const [first = 0, length = 1] = range.split("+").map((part) => Number.parseInt(part, 36));
    for (let code = first; code < first + length; code++) table[code] = widths.next().value ?? 0;
  }
  tables.set(face, table);
  return table;
}

function* widthsInOrder(runs: string): Generator<number, undefined> {
  for (const run of runs.split(" ")) {
    const [width = 0, times = 1] = run.split("*").map((part) => Number.parseInt(part, 36));
    for (let count = 0; count < times; count++) yield width;
  }
}

/** The font that draws a character (a grapheme). */
export function scriptOf(grapheme: string): Script {
  const code = grapheme.codePointAt(0) ?? 0;
  if (grapheme.length === 1 && code >= 0x20 && code <= 0x7e) return "latin";
  if (isArabic(code)) return "arabic";
  if (grapheme.includes("\ufe0f") || grapheme.includes("\u20e3")) return "emoji";
  const table = tableOf("regular");
  if (code < TABLE_LENGTH && table[code] !== NOT_IN_FONT) return "latin";
  return isEmoji(code) ? "emoji" : "other";
}

function isArabic(code: number): boolean {
  return (
    (code >= 0x600 && code <= 0x6ff) ||
    (code >= 0x750 && code <= 0x77f) ||
    (code >= 0x8a0 && code <= 0x8ff) ||
    (code >= 0xfb50 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  );
}

function isEmoji(code: number): boolean {
  return (
    (code >= 0x1f000 && code <= 0x1faff) ||
    (code >= 0x2300 && code <= 0x23ff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    (code >= 0x2b00 && code <= 0x2bff) ||
    code === 0x3030 ||
    code === 0x303d ||
    code === 0x3297 ||
    code === 0x3299
  );
}

function graphemeEm(grapheme: string, face: FontFace): number {
  switch (scriptOf(grapheme)) {
    case "arabic":
      return ARABIC_EM;
    case "emoji":
      return EMOJI_EM;
    case "other":
      return OTHER_EM;
    case "latin":
      return (tableOf(face)[grapheme.codePointAt(0) ?? 0] ?? 0) / FONT_METRICS.unitsPerEm;
  }
}

/**
 * The width in px of a text on one line at a font size in px, from the generated table of advance widths (kerning and
 * ligatures are off everywhere), never measured on screen. Letter spacing counts after every character.
 */
export function textWidth(
  text: string,
  sizePx: number,
  face: FontFace = "regular",
  letterSpacingPx = 0,
): number {
  if (PLAIN.test(text)) return plainWidth(text, face) * sizePx + text.length * letterSpacingPx;
  let em = 0;
  let characters = 0;
  let hasArabic = false;
  for (const grapheme of graphemes(text)) {
    em += graphemeEm(grapheme, face);
    characters++;
    hasArabic ||= isArabic(grapheme.codePointAt(0) ?? 0);
  }
  return em * sizePx * (hasArabic ? LATIN_IN_ARABIC_FACTOR : 1) + characters * letterSpacingPx;
}

const PLAIN = /^[ -~]*$/;

function plainWidth(text: string, face: FontFace): number {
  const table = tableOf(face);
  let units = 0;
  for (let index = 0; index < text.length; index++) units += table[text.charCodeAt(index)] ?? 0;
  return units / FONT_METRICS.unitsPerEm;
}
