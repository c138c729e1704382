import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCount, formatMoney, formatPounds, parseMoney } from "../../../shared/model/money.ts";

describe("formatMoney", () => {
  test.each([
    [0, "£0"],
    [950, "£950"],
    [9_500, "£9,500"],
    [10_000, "£10k"],
    [650_000, "£650k"],
    [999_960, "£1m"],
    [1_000_000, "£1m"],
    [26_500_000, "£26.5m"],
    [145_200_000, "£145.2m"],
    [726_000_000, "£726m"],
    [999_999_999, "£1bn"],
    [1_200_000_000, "£1.2bn"],
    [1_250_000_000, "£1.25bn"],
    [-5_200_000, "−£5.2m"],
    [Number.MAX_SAFE_INTEGER, "£9,007,199.3bn"],
  ])("%d is written %s", (pounds, written) => {
    expect(formatMoney(pounds)).toBe(written);
  });

  test("what it writes reads back to within the rounding it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 2_000_000_000_000 }), (pounds) => {
        const back = parseMoney(formatMoney(pounds));
        expect(back).not.toBeNull();
        expect(Math.abs((back ?? 0) - pounds)).toBeLessThanOrEqual(Math.abs(pounds) * 0.006);
      }),
    );
  });
});

describe("formatPounds", () => {
  test.each([
    [726_000_000, "£726,000,000"],
    [0, "£0"],
    [-0.2, "£0"],
    [-1_200, "−£1,200"],
  ])("%d is written %s", (pounds, written) => {
    expect(formatPounds(pounds)).toBe(written);
  });

  test("reads back exactly", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (pounds) => {
        expect(parseMoney(formatPounds(pounds))).toBe(pounds === 0 ? 0 : pounds);
      }),
    );
  });
});

test("formatCount groups thousands", () => {
  expect(formatCount(900_000)).toBe("900,000");
});

describe("parseMoney", () => {
  test.each([
    ["726m", 726_000_000],
    ["£726M", 726_000_000],
    ["£1.2 bn", 1_200_000_000],
    ["1.2b", 1_200_000_000],
    ["650k", 650_000],
    ["650 thousand", 650_000],
    ["1,000,000", 1_000_000],
    ["£145.2 million", 145_200_000],
    [" £ 950 ", 950],
    ["£950.60", 951],
    [".5m", 500_000],
    ["-£5m", -5_000_000],
    ["£−5m", -5_000_000],
    ["0", 0],
    ["-0", 0],
  ])("reads %s", (text, pounds) => {
    expect(parseMoney(text)).toBe(pounds);
  });

  test.each([
    "",
    "£",
    "m",
    "abc",
    "12x",
    "1,2m",
    "1,00,000",
    "1.2.3",
    "--5",
    "-£-5",
    "1e6",
    "99999999999bn",
    "5m 3k",
    "٣m",
  ])("does not guess at %j", (text) => {
    expect(parseMoney(text)).toBeNull();
  });
});
