import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitAtNames, turnsTheLine } from "../../../client/panels/splitAtNames.ts";

const ARABIC = "مستشفى المدينة";
const HEBREW = "בית חולים";

describe("a sentence with names that read from right to left", () => {
  test("is cut at each of these names, and nowhere else", () => {
    expect(
      splitAtNames(`${ARABIC} buys from Fenland CCG and ${HEBREW}.`, ["Fenland CCG", HEBREW, ARABIC]),
    ).toEqual([
      { text: ARABIC, isName: true },
      { text: " buys from Fenland CCG and ", isName: false },
      { text: HEBREW, isName: true },
      { text: ".", isName: false },
    ]);
  });

  test("is cut at every place where a name stands, and at the longer of two names", () => {
    expect(
      splitAtNames(`${ARABIC} 2, ${ARABIC}`, [ARABIC, `${ARABIC} 2`]).filter(({ isName }) => isName),
    ).toEqual([
      { text: `${ARABIC} 2`, isName: true },
      { text: ARABIC, isName: true },
    ]);
  });

  test("holds a name in that carries a character which turns the line by force", () => {
    const name = "Trust \u202eKCUT";
    expect(splitAtNames(`${name} holds it.`, [name])[0]).toEqual({ text: name, isName: true });
  });

  test("stays whole where every name reads from left to right", () => {
    const sentence = "Fenland CCG buys from Škoda Ünit 🏥.";
    expect(turnsTheLine(sentence)).toBe(false);
    expect(splitAtNames(sentence, ["Fenland CCG", ""])).toEqual([{ text: sentence, isName: false }]);
  });

  test("is the same sentence again when its parts are put together", () => {
    const word = fc.constantFrom("a", " ", ARABIC, HEBREW, "ب", "\u202e", "“", ".");
    const words = fc.array(word, { maxLength: 8 }).map((list) => list.join(""));
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 5 }), (sentence, names) => {
        const parts = splitAtNames(sentence, names);
        expect(parts.map(({ text }) => text).join("")).toBe(sentence);
        for (const { text, isName } of parts) if (isName) expect(names).toContain(text);
      }),
    );
  });
});
