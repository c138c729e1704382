import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "sub-contracts-exceed-head";

function under(head: Partial<Contract>, ...subs: readonly Partial<Contract>[]) {
  const map = buildMap().contract("Head", "prime-provider", head);
  for (const [index, sub] of subs.entries())
    map.contract(`Sub ${index + 1}`, "sub-contract", sub).relate("under", `Sub ${index + 1}`, "Head");
  return map;
}
const fires = (head: Partial<Contract>, ...subs: readonly Partial<Contract>[]) =>
  findingsOf(rule, under(head, ...subs)).length === 1;

describe(rule, () => {
  it("is an error where the contracts under one are worth more than it is", () => {
    const finding = theFinding(
      rule,
      under({ annualValue: 100_000_000 }, { annualValue: 60_000_000 }, {}, { annualValue: 55_000_000 }),
    );
    expect(finding).toMatchObject({
      severity: "error",
      basis: "lesson",
      subjects: ["Head", "Sub 1", "Sub 3"],
      facts: { subContracts: 115_000_000, contract: 100_000_000 },
    });
    expect(finding.message).toBe(
      "The contracts under “Head” (“Sub 1” and “Sub 3”) add up to £115m a year, more than the £100m a year that “Head” is worth.",
    );
    expect(finding.fixes).toEqual([]);
  });

  it("says it of a single one", () => {
    expect(theFinding(rule, under({ annualValue: 1 }, { annualValue: 2 })).message).toBe(
      "“Sub 1”, let under “Head”, is worth £2 a year, more than the £1 a year that “Head” is worth.",
    );
  });

  it("is silent where they just add up, and where a value is not known", () => {
    expect(fires({ annualValue: 100 }, { annualValue: 60 }, { annualValue: 40 })).toBe(false);
    expect(fires({}, { annualValue: 60 })).toBe(false);
    expect(fires({ totalValue: 60 }, { annualValue: 600 })).toBe(false);
    expect(fires({ annualValue: 60 }, { totalValue: 600 })).toBe(false);
    expect(fires({ annualValue: 60 })).toBe(false);
    expect(fires({ annualValue: 0 }, { annualValue: 0 })).toBe(false);
    expect(fires({ annualValue: 0 }, { annualValue: 1 })).toBe(true);
  });

  it("reckons exactly with values derived from totals and terms", () => {
    // 7 over 14 months is 6 a year; a third of 1 three times over is 1.
    expect(fires({ annualValue: 6 }, { totalValue: 7, termMonths: 14 })).toBe(false);
    const third = { totalValue: 1, termMonths: 36 };
    expect(fires({ annualValue: 1 }, third, third, third)).toBe(false);
    expect(
      fires({ totalValue: 2, termMonths: 24 }, third, third, third, { totalValue: 1, termMonths: 9_999 }),
    ).toBe(true);
    const most = 9_000_000_000_000_000;
    expect(fires({ totalValue: most, termMonths: 12 }, { annualValue: most })).toBe(false);
    expect(fires({ totalValue: most - 1, termMonths: 12 }, { annualValue: most })).toBe(true);
  });

  it("says so where they are more by less than a pound", () => {
    const { message } = theFinding(rule, under({ annualValue: 1 }, { totalValue: 13, termMonths: 144 }));
    expect(message).toContain("is worth £1 a year, a little more than the £1 a year");
  });

  it("adds up beyond what a number can count", () => {
    const most = 9_000_000_000_000_000;
    const finding = theFinding(
      rule,
      under({ annualValue: most }, { annualValue: most }, { annualValue: most }),
    );
    expect(finding.facts).toEqual({ subContracts: "18000000000000000", contract: most });
  });

  it("looks directly under a contract only, and at any contract that has some under it", () => {
    const map = under({ annualValue: 10 }, { annualValue: 8 })
      .contract("Deep", "sub-contract", { annualValue: 9 })
      .relate("under", "Deep", "Sub 1");
    expect(theFinding(rule, map).subjects).toEqual(["Sub 1", "Deep"]);
  });

  it("leaves out what has ended", () => {
    expect(fires({ annualValue: 10 }, { annualValue: 8 }, { annualValue: 8, status: "terminated" })).toBe(
      false,
    );
    expect(fires({ annualValue: 10, status: "terminated" }, { annualValue: 80 })).toBe(false);
  });

  it("counts a contract that is drawn under itself among those under it", () => {
    const itself = under({ annualValue: 10 }, { annualValue: 8 }).relate("under", "Head", "Head");
    expect(theFinding(rule, itself).subjects).toEqual(["Head", "Sub 1"]);
  });

  it("counts a contract once, though two lines say that it is under the other", () => {
    expect(
      findingsOf(rule, under({ annualValue: 10 }, { annualValue: 8 }).relate("under", "Sub 1", "Head")),
    ).toEqual([]);
  });
});
