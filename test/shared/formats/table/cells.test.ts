import { describe, expect, it } from "vitest";
import { columnOf, type TableKind } from "../../../../shared/formats/table/columns.ts";
import { NO_UNITS, plainHeading, unitsIn } from "../../../../shared/formats/table/heading.ts";
import { plainName } from "../../../../shared/formats/table/plainName.ts";
import { readCell } from "../../../../shared/formats/table/readCell.ts";
import { monthsUntil, readDay } from "../../../../shared/formats/table/readDay.ts";
import { guessDivider, readGrid } from "../../../../shared/formats/table/readGrid.ts";
import { readTerm } from "../../../../shared/formats/table/readTerm.ts";

function read(kind: TableKind, key: string, raw: string, heading = "") {
  const column = columnOf(kind, key);
  if (column === undefined) throw new Error(`${kind} have no ${key}`);
  return readCell(column, raw, heading === "" ? NO_UNITS : unitsIn(heading));
}

describe("values as people write them", () => {
  it.each([
    ["1 April 2015", "2015-04-01"],
    ["01/04/2015", "2015-04-01"],
    ["1-Apr-15", "2015-04-01"],
    ["Apr 2015", "2015-04-01"],
    ["Apr-15", "2015-04-01"],
    ["Sept 2015", "2015-09-01"],
    ["Wednesday, 1st April 2015", "2015-04-01"],
    ["2015-04-01T00:00:00", "2015-04-01"],
    ["01/04/2015 00:00", "2015-04-01"],
    ["31/02/2015", null],
    ["04/2015", null],
    ["01/04/15", null],
    ["spring", null],
  ])("reads the day %s", (text, day) => expect(readDay(text)).toBe(day));

  it.each([
    ["36 months", 36],
    ["3 years", 36],
    ["1 year 6 months", 18],
    ["1.5 years", 18],
    ["3 yrs and 2 mths", 38],
    ["5", 5],
    ["1.3 months", null],
    ["long", null],
  ])("reads the term %s", (text, months) => expect(readTerm(text)).toBe(months));

  it("counts the months of a term by its last day or the day after", () => {
    expect(monthsUntil("2015-04-01", "2020-03-31")).toBe(60);
    expect(monthsUntil("2015-04-01", "2020-04-01")).toBe(60);
    expect(monthsUntil("2015-04-01", "2015-04-20")).toBeNull();
    expect(monthsUntil("2015-04-01", "2014-03-31")).toBeNull();
  });

  it.each([
    ["£1.2m", "", 1_200_000],
    ["726m", "", 726_000_000],
    ["1,250,000", "", 1_250_000],
    ["£650k pa", "", 650_000],
    ["145.2", "Annual value (£m)", 145_200_000],
    ["145,200", "Value £000s", 145_200_000],
    ["£1.5m", "Annual value (£m)", 1_500_000],
    ["£ 1,000", "", 1000],
  ])("reads the sum %s below “%s”", (text, heading, pounds) =>
    expect(read("contracts", "annualValue", text, heading).value).toBe(pounds),
  );

  it("says what is wrong with a value", () => {
    expect(read("contracts", "annualValue", "-5")).toMatchObject({
      problem: expect.stringContaining("0 or more"),
    });
    expect(read("contracts", "annualValue", "abc").problem).toContain("“abc” is not an amount");
    expect(read("owners", "percent", "120%").problem).toContain("percentage from 0 to 100");
    expect(read("organisations", "kind", "Shop").problem).toContain("“Shop” is not known here");
    expect(read("organisations", "netAssets", "(1,200)").value).toBe(-1200);
  });

  it("offers few words instead of an unknown one, in their own capitals", () => {
    const kind = read("contracts", "kind", "Block").problem;
    expect(kind).toMatch(/^“Block” is not known here: choose one of \d+\.$/);
    expect(read("contracts", "services", "hearing, urgnt").problem).toBe(
      "“hearing”, “urgnt” are not known here. Write urgent.",
    );
    expect(read("contracts", "payment", "xxxx").problem).toMatch(/choose one of/);
    expect(read("organisations", "services", "zzz").problem).toMatch(/Write [^,]+, [^,]+ or [^,]+\.$/);
  });

  it.each(["", "-", "n/a", "TBC", "—", "not stated"])("takes “%s” as not stated", (raw) => {
    expect(read("contracts", "annualValue", raw)).toEqual({ raw, shown: "" });
  });

  it("reads the years of a column of years", () => {
    expect(read("contracts", "termMonths", "3", "Term (years)").value).toBe(36);
    expect(plainHeading("Annual value (£m)")).toBe("annual value");
    expect(plainHeading("£000 Income")).toBe("income");
  });
});

describe("names", () => {
  it.each([
    ["Salford Royal NHS Foundation Trust", "Salford Royal FT"],
    ["NHS Wakefield CCG", "Wakefield Clinical Commissioning Group"],
    ["Addenbrooke’s & Co. Limited", "addenbrookes and co ltd"],
    ["The Christie NHSFT", "Christie nhs foundation trust"],
    ["St. Ann's Hospice", "Saint Anns hospice"],
  ])("%s is %s", (one, other) => expect(plainName(one)).toBe(plainName(other)));

  it("does not take NHS England for England", () => {
    expect(plainName("NHS England")).not.toBe(plainName("England"));
  });
});

describe("what divides cells", () => {
  it.each([
    ["a\tb\nc\td", "tab"],
    ["name,kind\nA,Council\nB,Trust", "comma"],
    ["name;income\nA;5\nB;6", "semicolon"],
    ["Bath, Swindon ICB\nBristol, Weston ICB", "lines"],
    ["A | B | C\nD | E | F", "bar"],
    ["one name", "lines"],
  ])("%j: %s", (text, divider) => expect(guessDivider(text)).toBe(divider));

  it("keeps line breaks, tabs and quotes inside quoted cells", () => {
    expect(readGrid('"a\nb"\t"say ""yes"""\nc\td').rows).toEqual([
      ["a\nb", 'say "yes"'],
      ["c", "d"],
    ]);
  });
});
