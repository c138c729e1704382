import { describe, expect, it } from "vitest";
import { parseDate } from "../../../client/panels/inspector/dateText.ts";
import { longDate } from "../../../shared/drawing/dateWords.ts";

describe("dates as people write them", () => {
  it.each([
    ["2015-04-01", "2015-04-01"],
    ["1 April 2015", "2015-04-01"],
    ["1st Apr 2015", "2015-04-01"],
    ["1/4/2015", "2015-04-01"],
    ["01.04.2015", "2015-04-01"],
    [" 29 February 2016 ", "2016-02-29"],
  ])("reads %s, the day before the month", (typedText, iso) => {
    expect(parseDate(typedText)).toBe(iso);
  });

  it.each(["29/2/2015", "1/13/2015", "1/4/15", "April 2015", "1 Foo 2015", "1 Ju 2015", "tomorrow"])(
    "does not guess at %s",
    (typedText) => {
      expect(parseDate(typedText)).toBeNull();
    },
  );

  it("writes a date out", () => {
    expect(longDate("2015-04-01")).toBe("1 April 2015");
    expect(longDate("soon")).toBe("soon");
  });
});
