import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { openSync } from "fontkit";
import { describe, expect, test } from "vitest";
import { type FontFace, scriptOf, textWidth } from "../../../shared/geometry/textWidth.ts";

const FILES: Record<FontFace, string> = {
  regular: "400Regular/Arimo_400Regular.ttf",
  bold: "700Bold/Arimo_700Bold.ttf",
  italic: "400Regular_Italic/Arimo_400Regular_Italic.ttf",
};
const FACES = Object.keys(FILES) as FontFace[];

function open(face: FontFace) {
  const path = new URL(`../../../node_modules/@expo-google-fonts/arimo/${FILES[face]}`, import.meta.url);
  const font = openSync(fileURLToPath(path));
  if ("fonts" in font) throw new Error("a collection");
  return font;
}

describe("textWidth", () => {
  test.each(FACES)("%s letters are as wide as in the bundled font file", (face) => {
    const font = open(face);
    const letters = [..."AWMil1£€% .,-–—’“”éŁąçñüßžΩλЖщא·…"];
    for (const letter of letters) {
      const { advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
      expect(textWidth(letter, 1000, face), letter).toBeCloseTo((advanceWidth / font.unitsPerEm) * 1000, 6);
    }
  });

  test("is the sum of its letters, kerning off", () => {
    expect(textWidth("AVATAR", 20, "bold")).toBeCloseTo(
      [..."AVATAR"].reduce((sum, letter) => sum + textWidth(letter, 20, "bold"), 0),
      9,
    );
  });

  test("counts letter spacing after every character", () => {
    expect(textWidth("BOARD", 10, "bold", 0.8) - textWidth("BOARD", 10, "bold")).toBeCloseTo(4, 9);
  });

  test("a letter with marks is as wide as the letter", () => {
    expect(textWidth("e\u0301\u0323", 16)).toBe(textWidth("e", 16));
  });

  test("an emoji with joiners counts once", () => {
    expect(textWidth("👨‍👩‍👧", 16)).toBe(textWidth("🏥", 16));
    expect(textWidth("🇬🇧", 16)).toBe(textWidth("🏥", 16));
  });

  test("is a number, 0 or more, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...FACES), (text, face) => {
        const width = textWidth(text, 14, face);
        expect(Number.isFinite(width) && width >= 0).toBe(true);
      }),
    );
  });
});

describe("scriptOf", () => {
  test.each([
    ["A", "latin"],
    ["é", "latin"],
    ["Ж", "latin"],
    ["ש", "latin"],
    ["ع", "arabic"],
    ["🏥", "emoji"],
    ["✅", "emoji"],
    ["❤️", "emoji"],
    ["日", "other"],
    ["क", "other"],
  ])("%s is %s", (character, script) => {
    expect(scriptOf(character)).toBe(script);
  });
});
