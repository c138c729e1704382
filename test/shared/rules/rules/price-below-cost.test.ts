import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "price-below-cost";
const priced = (contract: Partial<Contract>) => buildMap().contract("Care", "prime-provider", contract);
const fires = (contract: Partial<Contract>) => findingsOf(rule, priced(contract)).length === 1;

describe(rule, () => {
  it("compares a stated annual value with the estimated cost", () => {
    const finding = theFinding(rule, priced({ annualValue: 145_200_000, estimatedAnnualCost: 160_000_000 }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Care"],
      facts: { annualValue: 145_200_000, estimatedAnnualCost: 160_000_000 },
    });
    expect(finding.message).toBe(
      "“Care” pays £145.2m a year for care that is estimated to cost £160m a year.",
    );
    expect(fires({ annualValue: 160, estimatedAnnualCost: 160 })).toBe(false);
    expect(fires({ annualValue: 0, estimatedAnnualCost: 1 })).toBe(true);
  });

  it("derives the annual value from total and term, and says so", () => {
    const finding = theFinding(
      rule,
      priced({ totalValue: 726_000_000, termMonths: 60, estimatedAnnualCost: 160_000_000 }),
    );
    expect(finding.message).toContain("£726m over 5 years, which comes to £145.2m a year");
    expect(finding.facts).toEqual({
      totalValue: 726_000_000,
      termMonths: 60,
      estimatedAnnualCost: 160_000_000,
    });
  });

  it("lets the stated annual value go before the derived one", () => {
    expect(fires({ annualValue: 20, totalValue: 1, termMonths: 12, estimatedAnnualCost: 10 })).toBe(false);
  });

  it("reckons exactly: 7 over 14 months is 6 a year, not a little less", () => {
    expect(fires({ totalValue: 7, termMonths: 14, estimatedAnnualCost: 6 })).toBe(false);
    expect(fires({ totalValue: 7, termMonths: 14, estimatedAnnualCost: 7 })).toBe(true);
    const large = 9_000_000_000_000_000;
    expect(fires({ totalValue: large, termMonths: 12, estimatedAnnualCost: large })).toBe(false);
    expect(fires({ totalValue: large - 1, termMonths: 12, estimatedAnnualCost: large })).toBe(true);
  });

  it("writes sums in full where they look the same in short", () => {
    const { message } = theFinding(
      rule,
      priced({ annualValue: 145_199_999, estimatedAnnualCost: 145_200_000 }),
    );
    expect(message).toContain("£145,199,999");
    expect(message).toContain("£145,200,000");
  });

  it("is silent about cost where the annual value is not known", () => {
    expect(fires({ totalValue: 1, estimatedAnnualCost: 100 })).toBe(false);
    expect(fires({ termMonths: 12, estimatedAnnualCost: 100 })).toBe(false);
    expect(fires({ annualValue: 1 })).toBe(false);
  });

  it("compares the total with 97% of the ceiling where no cost is stated: UnitingCare", () => {
    const finding = theFinding(rule, priced({ totalValue: 726_000_000, priceCeiling: 752_000_000 }));
    expect(finding.message).toBe(
      "“Care” is priced at £726m against a ceiling of £752m (96.5%), and what the care costs is not stated.",
    );
    expect(finding.facts).toEqual({ totalValue: 726_000_000, priceCeiling: 752_000_000 });
  });

  it("draws the line at exactly 97%", () => {
    expect(fires({ totalValue: 97, priceCeiling: 100 })).toBe(false);
    expect(fires({ totalValue: 9_699, priceCeiling: 10_000 })).toBe(true);
    expect(theFinding(rule, priced({ totalValue: 9_699, priceCeiling: 10_000 })).message).toContain(
      "(96.9%)",
    );
    expect(fires({ totalValue: 8_730_000_000_000_000, priceCeiling: 9_000_000_000_000_000 })).toBe(false);
    expect(fires({ totalValue: 8_729_999_999_999_999, priceCeiling: 9_000_000_000_000_000 })).toBe(true);
  });

  it("does not look at the ceiling where a cost is stated, or no total is", () => {
    expect(fires({ totalValue: 1, priceCeiling: 100, estimatedAnnualCost: 0 })).toBe(false);
    expect(fires({ annualValue: 1, termMonths: 12, priceCeiling: 100 })).toBe(false);
    expect(fires({ totalValue: 0, priceCeiling: 0 })).toBe(false);
  });

  it("speaks of any contract, also one that has ended", () => {
    const map = buildMap().contract("Part", "sub-contract", {
      status: "terminated",
      annualValue: 1,
      estimatedAnnualCost: 2,
    });
    expect(findingsOf(rule, map)).toHaveLength(1);
  });
});
