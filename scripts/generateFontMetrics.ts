/**
 * Writes shared/drawing/generated/fontMetrics.ts: the advance widths of the bundled Arimo faces, so that text is measured the
 * same way in browser, server and command line. Run it with `npx tsx scripts/generateFontMetrics.ts` when the font changes.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Font, openSync } from "fontkit";

const PACKAGE = "../node_modules/@expo-google-fonts/arimo";
const FACES = {
  regular: `${PACKAGE}/400Regular/Arimo_400Regular.ttf`,
  bold: `${PACKAGE}/700Bold/Arimo_700Bold.ttf`,
  italic: `${PACKAGE}/400Regular_Italic/Arimo_400Regular_Italic.ttf`,
};

/** Latin, Greek, Cyrillic, Hebrew, Vietnamese, punctuation, symbols: what the table keeps, to stay small for the page. */
const KEPT: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x36f],
  [0x370, 0x52f],
  [0x590, 0x5ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x27bf],
  [0xfb00, 0xfb4f],
  [0xfffc, 0xfffd],
];

function openFace(path: string): Font {
  const font = openSync(fileURLToPath(new URL(path, import.meta.url)));
  if (!("characterSet" in font)) throw new Error(`${path} is a collection of fonts, not one font`);
  return font;
}

function runsOf(values: readonly number[]): string {
  const runs: string[] = [];
  for (let index = 0; index < values.length; ) {
    let end = index + 1;
    while (end < values.length && values[end] === values[index]) end++;
    const value = (values[index] ?? 0).toString(36);
    runs.push(end - index === 1 ? value : `${value}*${(end - index).toString(36)}`);
    index = end;
  }
  return runs.join(" ");
}

function rangesOf(codePoints: readonly number[]): string {
  const ranges: string[] = [];
  for (let index = 0; index < codePoints.length; ) {
    let end = index + 1;
    while (end < codePoints.length && codePoints[end] === (codePoints[end - 1] ?? 0) + 1) end++;
    const first = (codePoints[index] ?? 0).toString(36);
    ranges.push(end - index === 1 ? first : `${first}+${(end - index).toString(36)}`);
    index = end;
  }
  return ranges.join(" ");
}

const regular = openFace(FACES.regular);
const bold = openFace(FACES.bold);
const italic = openFace(FACES.italic);
const codePoints = regular.characterSet
  .filter((code) => KEPT.some(([first, last]) => code >= first && code <= last))
  .sort((a, b) => a - b);

function widthsOf(font: Font): string {
  return runsOf(codePoints.map((code) => font.glyphForCodePoint(code).advanceWidth));
}

const source = `// Made by scripts/generateFontMetrics.ts from the bundled font files; do not edit.

/** Advance widths of the Arimo faces in units of an em; code points and widths in base 36, runs as first+length and width*count. */
export const FONT_METRICS = {
  unitsPerEm: ${regular.unitsPerEm},
  codePoints: "${rangesOf(codePoints)}",
  regular: "${widthsOf(regular)}",
  bold: "${widthsOf(bold)}",
  italic: "${widthsOf(italic)}",
} as const;
`;
writeFileSync(fileURLToPath(new URL("../shared/drawing/generated/fontMetrics.ts", import.meta.url)), source);
console.log(`${codePoints.length} characters, ${source.length} bytes`);
