import { describe, expect, it } from "vitest";
import {
  atStart,
  comparedMoney,
  listed,
  nameAndKind,
  nameOf,
  namesOf,
  withArticle,
} from "../../../shared/rules/naming.ts";

const organisation = (name: string) => ({ type: "organisation", name }) as const;

describe("how messages name what is on the map", () => {
  it("puts contracts in quotation marks, and says it where there is no name", () => {
    expect(nameOf({ type: "contract", name: " Older  people\n" })).toBe("“Older people”");
    expect(nameOf(organisation("Anytown CCG"))).toBe("Anytown CCG");
    expect(nameOf({ type: "contract", name: " " })).toBe("an unnamed contract");
    expect(nameOf({ type: "forum", name: "" })).toBe("an unnamed board");
  });

  it("shortens names of any length without cutting a character in two", () => {
    const long = nameOf(organisation("👩🏽‍⚕️".repeat(2_000)));
    expect(Array.from(long)).toHaveLength(81);
    expect(() => encodeURIComponent(long)).not.toThrow();
    expect(nameOf(organisation("🏥".repeat(81)))).toBe(`${"🏥".repeat(80)}…`);
    expect(nameOf(organisation("x".repeat(80)))).toBe("x".repeat(80));
    expect(nameOf(organisation("x".repeat(10_000)))).toBe(`${"x".repeat(80)}…`);
  });

  it("lists a few names and counts the others", () => {
    const named = (count: number) =>
      namesOf(Array.from({ length: count }, (_, index) => organisation(`N${index + 1}`)));
    expect(named(1)).toBe("N1");
    expect(named(2)).toBe("N1 and N2");
    expect(named(5)).toBe("N1, N2, N3, N4 and N5");
    expect(named(6)).toBe("N1, N2, N3, N4 and 2 others");
    expect(named(1_000)).toBe("N1, N2, N3, N4 and 996 others");
  });

  it("starts sentences with a capital of its own words only", () => {
    expect(atStart("an unnamed contract is held")).toBe("An unnamed contract is held");
    expect(atStart("mHealth holds it")).toBe("mHealth holds it");
  });

  it("says of what kind something is unless its name does", () => {
    expect(nameAndKind(organisation("UnitingCare Partnership"), "joint venture")).toBe(
      "UnitingCare Partnership, a joint venture,",
    );
    expect(nameAndKind({ type: "forum", name: "Diabetes Joint Committee" }, "joint committee")).toBe(
      "Diabetes Joint Committee",
    );
    expect(nameAndKind({ type: "forum", name: "" }, "alliance board")).toBe(
      "an unnamed board, an alliance board,",
    );
  });

  it("lists words", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
  });

  it("finds the article", () => {
    expect(
      ["NHS trust", "alliance", "GP practice", "limited liability partnership"].map(withArticle),
    ).toEqual(["an NHS trust", "an alliance", "a GP practice", "a limited liability partnership"]);
  });

  it("writes sums in full only where they look alike in short", () => {
    expect(comparedMoney(726_000_000, 752_000_000)).toEqual(["£726m", "£752m"]);
    expect(comparedMoney(726_000_000, 726_000_001)).toEqual(["£726,000,000", "£726,000,001"]);
    expect(comparedMoney(9_007_199_254_740_993n, 9_007_199_254_740_992n)).toEqual([
      "£9,007,199,254,740,993",
      "£9,007,199,254,740,992",
    ]);
  });
});
