import { describe, expect, it } from "vitest";
import { monthsInWords, parseMonths } from "../../../client/panels/inspector/monthsText.ts";

describe("lengths of time", () => {
  it.each([
    ["60", 60],
    ["60 months", 60],
    ["5 years", 60],
    ["1.5 years", 18],
    ["1 year 6 months", 18],
    ["2y 3m", 27],
  ])("reads %s", (typedText, months) => {
    expect(parseMonths(typedText)).toBe(months);
  });

  it.each(["1.3 years", "2.5", "long", "-3", ""])("does not read %s", (typedText) => {
    expect(parseMonths(typedText)).toBeNull();
  });

  it.each([
    [60, "5 years"],
    [18, "1 year 6 months"],
    [7, "7 months"],
    [1, "1 month"],
    [0, "0 months"],
  ])("says %i months", (months, words) => {
    expect(monthsInWords(months)).toBe(words);
  });
});
