import { describe, expect, it } from "vitest";
import { annualValueOf, isAnnualValueBelow, totalValueOf } from "../../../shared/model/contractValue.ts";

describe("the value of a contract", () => {
  it("is what is stated, before anything derived", () => {
    expect(annualValueOf({ annualValue: 5, totalValue: 100, termMonths: 12 })).toBe(5);
    expect(totalValueOf({ annualValue: 5, totalValue: 100, termMonths: 12 })).toBe(100);
    expect(annualValueOf({ annualValue: 0 })).toBe(0);
  });

  it("is derived from total and term for a year, without the extension", () => {
    expect(annualValueOf({ totalValue: 726_000_000, termMonths: 60, extensionMonths: 24 })).toBe(145_200_000);
    expect(annualValueOf({ totalValue: 7, termMonths: 14 })).toBe(6);
  });

  it("is derived from the annual value for the whole term, with the extension, or for 48 months without a term", () => {
    expect(totalValueOf({ annualValue: 120, termMonths: 24, extensionMonths: 12 })).toBe(360);
    expect(totalValueOf({ annualValue: 120, termMonths: 24 })).toBe(240);
    expect(totalValueOf({ annualValue: 120 })).toBe(480);
    expect(totalValueOf({ annualValue: 120, extensionMonths: 12 })).toBe(480);
  });

  it("is undefined, never zero, where it is not stated", () => {
    expect(annualValueOf({})).toBeUndefined();
    expect(annualValueOf({ totalValue: 100 })).toBeUndefined();
    expect(totalValueOf({ termMonths: 12 })).toBeUndefined();
    expect(isAnnualValueBelow({ totalValue: 100 }, 1_000)).toBe(false);
  });
});
