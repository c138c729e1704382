import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDayOf, wholeMonthsLeft } from "../../../shared/derived/calendar.ts";

describe("the last day of a term", () => {
  it.each([
    ["2015-04-01", 60, "2020-03-31"],
    ["2015-01-01", 12, "2015-12-31"],
    ["2015-04-15", 1, "2015-05-14"],
    ["2016-02-29", 12, "2017-02-28"],
    ["2015-01-31", 1, "2015-02-28"],
    ["2019-03-01", 12, "2020-02-29"],
  ])("of %s and %i months is %s", (start, months, end) => {
    expect(lastDayOf(start, months)).toBe(end);
  });

  it("is not known beyond the calendar", () => {
    expect(lastDayOf("2015-04-01", 120_000)).toBeUndefined();
  });

  it("never comes before the start, and a longer term never ends earlier", () => {
    const date = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 400 }), (start, months) => {
        const [end, later] = [lastDayOf(start, months), lastDayOf(start, months + 1)];
        expect((end ?? "") > start).toBe(true);
        expect((later ?? "") > (end ?? "")).toBe(true);
        expect(wholeMonthsLeft(start, end ?? "")).toBe(months);
      }),
    );
  });
});

describe("the months left", () => {
  it.each([
    ["2015-04-01", "2020-03-31", 60],
    ["2015-04-02", "2020-03-31", 59],
    ["2020-03-01", "2020-03-31", 1],
    ["2020-03-15", "2020-03-31", 0],
    ["2021-01-01", "2020-03-31", 0],
  ])("at %s until %s are %i", (today, end, months) => {
    expect(wholeMonthsLeft(today, end)).toBe(months);
  });
});
