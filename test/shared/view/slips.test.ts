import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersOf, mayBeNear, slipsAllowed, slipsBetween } from "../../../shared/view/search/slips.ts";

/** The distance of Damerau and Levenshtein in which no stretch is changed twice, written down as it is defined. */
function distance(one: string, other: string): number {
  const known = new Map<string, number>();
  const upTo = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const ways = [
      upTo(i - 1, j) + 1,
      upTo(i, j - 1) + 1,
      upTo(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
      ways.push(upTo(i - 2, j - 2) + 1);
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  };
  return upTo(one.length, other.length);
}

describe("slips of the pen", () => {
  it.each([
    ["norfok", "norfolk", { count: 1, isWhole: true }],
    ["norflok", "norfolk", { count: 1, isWhole: true }],
    ["norfolkk", "norfolk", { count: 1, isWhole: true }],
    ["cambrige", "cambridgeshire", { count: 1, isWhole: false }],
    ["norfolk", "norfolk", { count: 0, isWhole: true }],
    ["norf", "norfolk", { count: 0, isWhole: false }],
    ["trsu", "trust", { count: 1, isWhole: false }],
    ["hopsitla", "hospital", { count: 2, isWhole: true }],
    ["msot", "cost", undefined],
    ["icb", "ccg", undefined],
    ["s756", "s75", undefined],
    ["norfuuk", "norfolk", undefined],
  ])("between %s and %s: %j", (typed, word, expected) => {
    expect(slipsBetween(typed, word)).toEqual(expected);
  });

  it("cannot be so few where more letters are not in the word", () => {
    expect(mayBeNear(lettersOf("norfok"), lettersOf("suffolk"), 1)).toBe(false);
    expect(mayBeNear(lettersOf("norfok"), lettersOf("suffolk"), 2)).toBe(true);
  });

  it("are as few as the definition says, to the whole word or to how it begins", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(word, word, (rest, other) => {
        // The first letter is the same: else short words are never near.
        const [typed, wanted] = [`a${rest}`, `a${other}`];
        const toBeginning = Array.from({ length: wanted.length + 1 }, (_, end) =>
          distance(typed, wanted.slice(0, end)),
        );
        const count = Math.min(...toBeginning);
        const found = slipsBetween(typed, wanted);
        if (count > slipsAllowed(typed)) expect(found).toBeUndefined();
        else {
          expect(found).toEqual({ count, isWhole: toBeginning.at(-1) === count });
          expect(mayBeNear(lettersOf(typed), lettersOf(wanted), count)).toBe(true);
        }
      }),
    );
  });
});
