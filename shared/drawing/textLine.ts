import { cleanText, readingDirection } from "../geometry/cleanText.ts";
import { graphemes } from "../geometry/graphemes.ts";
import { type FontFace, type Script, scriptOf, textWidth } from "../geometry/textWidth.ts";
import type { ColourToken, TextShape } from "./shapes.ts";

export interface TextStyle {
  readonly sizePx: number;
  readonly face: FontFace;
  readonly colour: ColourToken;
  readonly letterSpacingPx?: number;
}

interface Run {
  readonly text: string;
  readonly script: Script;
}

/**
 * One line of text as runs of one font each, side by side in reading order. Mixed fonts are placed by us and not left to the
 * back-ends, which fall back to other fonts each in their own way. `direction` is that of the paragraph the line is out of;
 * default that of the line itself.
 */
export function textLine(
  text: string,
  x: number,
  y: number,
  anchor: TextShape["anchor"],
  style: TextStyle,
  direction = readingDirection(text),
): TextShape[] {
  const isRightToLeft = direction === "rtl";
  const runs = runsOf(cleanText(text));
  const [only] = runs;
  if (only === undefined) return [];
  if (runs.length === 1) return [textShape(only, x, y, anchor, style, isRightToLeft)];
  const widths = runs.map((run) => textWidth(run.text, style.sizePx, style.face, style.letterSpacingPx));
  const spacePx = textWidth(" ", style.sizePx, style.face, style.letterSpacingPx);
  const total = widths.reduce((sum, width) => sum + width, 0);
  let left = x - (anchor === "start" ? 0 : anchor === "middle" ? total / 2 : total);
  const shapes: TextShape[] = [];
  const inVisualOrder = isRightToLeft ? [...runs.entries()].reverse() : [...runs.entries()];
  for (const [index, run] of inVisualOrder) {
    // Back-ends drop the spaces at the ends of a run: its neighbours are set apart here.
    const trimmed = { ...run, text: run.text.trim() };
    const indent =
      (isRightToLeft ? run.text.trimEnd() : run.text.trimStart()).length < run.text.length ? spacePx : 0;
    if (trimmed.text !== "") shapes.push(textShape(trimmed, left + indent, y, "start", style, isRightToLeft));
    left += widths[index] ?? 0;
  }
  return shapes;
}

function textShape(
  run: Run,
  x: number,
  y: number,
  anchor: TextShape["anchor"],
  style: TextStyle,
  isRightToLeft: boolean,
): TextShape {
  return {
    kind: "text",
    x: rounded(x),
    y: rounded(y),
    anchor,
    text: run.text,
    sizePx: style.sizePx,
    face: style.face,
    script: run.script,
    colour: style.colour,
    ...(style.letterSpacingPx === undefined ? {} : { letterSpacingPx: style.letterSpacingPx }),
    ...(isRightToLeft ? { isRightToLeft } : {}),
  };
}

function runsOf(text: string): Run[] {
  const characters = [...graphemes(text)];
  const scripts = characters.map(scriptOf);
  // Noto Sans Arabic has Latin letters and digits too: kept in one run, the order of words is left to the text engine.
  const latin: Script = scripts.includes("arabic") ? "arabic" : "latin";
  const runs: { text: string; script: Script }[] = [];
  for (const [index, character] of characters.entries()) {
    const own = scripts[index] ?? "latin";
    const script = own === "latin" ? latin : own;
    const last = runs.at(-1);
    if (last?.script === script) last.text += character;
    else runs.push({ text: character, script });
  }
  return runs;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
