import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, readingDirection } from "../../../shared/geometry/cleanText.ts";
import { graphemes } from "../../../shared/geometry/graphemes.ts";
import { textWidth } from "../../../shared/geometry/textWidth.ts";
import { wrapText } from "../../../shared/geometry/wrapText.ts";

const options = { maxWidthPx: 200, maxLines: 3, sizePx: 14 } as const;

describe("wrapText", () => {
  test("breaks at spaces", () => {
    expect(wrapText("Cambridge University Hospitals NHS Foundation Trust", options)).toEqual([
      "Cambridge University Hospitals",
      "NHS Foundation Trust",
    ]);
  });

  test("keeps a hyphen at the end of a line", () => {
    expect(wrapText("Super-partnership", { ...options, maxWidthPx: 90 })).toEqual(["Super-", "partnership"]);
  });

  test("says that there is more", () => {
    expect(
      wrapText("one two three four five six seven eight", { ...options, maxWidthPx: 60, maxLines: 2 }),
    ).toEqual(["one two", "three f…"]);
  });

  test("cuts a word wider than a line, never inside a character", () => {
    const lines = wrapText("👨‍👩‍👧".repeat(30), { ...options, maxWidthPx: 50 });
    expect(lines.length).toBe(3);
    for (const line of lines) expect(line.replace("…", "").replaceAll("👨‍👩‍👧", "")).toBe("");
  });

  test("breaks Chinese, which has no spaces", () => {
    expect(wrapText("日本語の病院の長い名前", { ...options, maxWidthPx: 80 }).length).toBe(3);
  });

  test("has no line for what cannot be seen", () => {
    expect(wrapText(" \u0000\u200b\u202e\n ", options)).toEqual([]);
  });

  test("every line fits, and without a limit nothing is lost", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.lorem({ maxCount: 40 })),
        fc.integer({ min: 40, max: 300 }),
        fc.constantFrom("regular" as const, "bold" as const),
        (text, maxWidthPx, face) => {
          const lines = wrapText(text, { maxWidthPx, maxLines: 10_000, sizePx: 13, face });
          for (const line of lines) expect(textWidth(line, 13, face)).toBeLessThanOrEqual(maxWidthPx + 1e-6);
          expect(lines.join("").replaceAll(" ", "")).toBe(
            [...graphemes(cleanText(text))].join("").replaceAll(" ", ""),
          );
        },
      ),
    );
  });

  test("keeps to the limit of lines for any text, quickly", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 12_000 }),
        fc.integer({ min: 1, max: 4 }),
        (text, maxLines) => {
          const lines = wrapText(text, { ...options, maxLines });
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) {
            expect(line).not.toBe("");
            expect(line).not.toMatch(/\p{Surrogate}/u);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("cleanText", () => {
  test("takes out controls and direction marks, keeps joiners and letters", () => {
    expect(cleanText("  a\u0000b\u202e\u2066c\u200d \n\t d\ufeff ")).toBe("abc\u200d d");
  });

  test("half a surrogate pair becomes a replacement character", () => {
    expect(cleanText("a\ud83db\udc00")).toBe("a\ufffdb\ufffd");
  });
});

test("reading direction is that of the first letter", () => {
  expect(readingDirection("12 (مستشفى) NHS")).toBe("rtl");
  expect(readingDirection("NHS مستشفى")).toBe("ltr");
  expect(readingDirection("2015")).toBe("ltr");
});

describe("graphemes", () => {
  test("keep marks, joiners, skin tones and flags together", () => {
    expect([...graphemes("e\u0301🇬🇧🇫🇷👍🏽👨‍👩‍👧!")]).toEqual(["e\u0301", "🇬🇧", "🇫🇷", "👍🏽", "👨‍👩‍👧", "!"]);
  });

  test("a tower of accents is cut", () => {
    const [tower] = [...graphemes(`a${"\u0301".repeat(5_000)}`)];
    expect(tower?.length).toBe(10);
  });
});
