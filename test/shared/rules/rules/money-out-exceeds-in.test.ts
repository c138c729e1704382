import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "money-out-exceeds-in";
const most = 9_000_000_000_000_000;

/** What comes in and goes out in a year; undefined: a payment that states no amount. */
function fundWith(inflows: readonly (number | undefined)[], outflows: readonly (number | undefined)[]) {
  return flows(buildMap().fund("Purse", "capitated"), inflows, outflows);
}
function vehicleWith(
  inflows: readonly (number | undefined)[],
  outflows: readonly (number | undefined)[],
  given: Partial<Organisation> = {},
  kind: Organisation["kind"] = "joint-venture",
) {
  return flows(buildMap().organisation("Purse", kind, given), inflows, outflows);
}
function flows(
  map: ReturnType<typeof buildMap>,
  inflows: readonly (number | undefined)[],
  outflows: readonly (number | undefined)[],
) {
  map.organisation("Payer", "ccg").organisation("Payee", "nhs-trust");
  for (const sum of inflows)
    map.relate("pays", "Payer", "Purse", sum === undefined ? {} : { annualAmount: sum });
  for (const sum of outflows)
    map.relate("pays", "Purse", "Payee", sum === undefined ? {} : { annualAmount: sum });
  return map;
}

describe(rule, () => {
  it("is an error for a fund that pays out more than comes in", () => {
    const finding = theFinding(rule, fundWith([100_000_000, 45_000_000], [160_000_000]));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "lesson",
      subjects: ["Purse"],
      facts: { paysOut: 160_000_000, income: 145_000_000 },
    });
    expect(finding.message).toBe("Purse pays out £160m a year, more than the £145m that comes in.");
    expect(finding.fixes).toEqual([]);
  });

  it("is an error for a vehicle: a joint venture, or a company with a parent", () => {
    expect(theFinding(rule, vehicleWith([5], [6])).severity).toBe("error");
    const company = vehicleWith([5], [6], { legalForm: "community-interest-company" }, "other");
    expect(findingsOf(rule, company)).toEqual([]);
    company.organisation("Parent", "nhs-trust").relate("owns", "Parent", "Purse");
    expect(theFinding(rule, company).severity).toBe("error");
  });

  it("is a warning for another provider that states its income, and silent where it does not", () => {
    const finding = theFinding(rule, vehicleWith([5], [11], { annualIncome: 10 }, "nhs-trust"));
    expect(finding).toMatchObject({ severity: "warning", facts: { paysOut: 11, income: 10 } });
    expect(finding.message).toBe("Purse pays out £11 a year, more than its income of £10.");
    expect(findingsOf(rule, vehicleWith([5], [11], {}, "nhs-trust"))).toEqual([]);
    // Commissioners and others are no providers.
    expect(findingsOf(rule, vehicleWith([5], [11], { annualIncome: 10 }, "local-authority"))).toEqual([]);
    expect(findingsOf(rule, vehicleWith([5], [11], { annualIncome: 10 }, "public-body"))).toEqual([]);
  });

  it("reckons with the larger of its stated income and what comes in", () => {
    expect(findingsOf(rule, vehicleWith([5], [10], { annualIncome: 10 }))).toEqual([]);
    expect(findingsOf(rule, vehicleWith([5], [11], { annualIncome: 10 }))).toHaveLength(1);
    expect(findingsOf(rule, vehicleWith([12], [12], { annualIncome: 10 }))).toEqual([]);
    expect(findingsOf(rule, vehicleWith([12], [13], { annualIncome: 0 }))).toHaveLength(1);
  });

  it("is silent where a payment to it states no amount, or none is drawn", () => {
    expect(findingsOf(rule, fundWith([5, undefined], [100]))).toEqual([]);
    expect(findingsOf(rule, fundWith([], [100]))).toEqual([]);
    expect(findingsOf(rule, vehicleWith([], [100], { annualIncome: 5 }))).toEqual([]);
  });

  it("is silent where nothing that it pays states an amount; what is stated is enough", () => {
    expect(findingsOf(rule, fundWith([5], []))).toEqual([]);
    expect(findingsOf(rule, fundWith([5], [undefined]))).toEqual([]);
    expect(findingsOf(rule, fundWith([5], [undefined, 6]))).toHaveLength(1);
    expect(findingsOf(rule, fundWith([0], [0]))).toEqual([]);
    expect(findingsOf(rule, fundWith([0], [1]))).toHaveLength(1);
  });

  it("leaves out what is paid for contracts that have ended", () => {
    const map = fundWith([5], [5]).contract("Old", "prime-provider", { status: "terminated" });
    expect(
      findingsOf(rule, map.relate("pays", "Purse", "Payee", { annualAmount: 100, contract: "Old" })),
    ).toEqual([]);
    expect(findingsOf(rule, map.relate("pays", "Payer", "Purse", { contract: "Old" }))).toEqual([]);
    expect(findingsOf(rule, map.relate("pays", "Purse", "Payee", { annualAmount: 1 }))).toHaveLength(1);
  });

  it("counts a payment to itself on both sides", () => {
    const map = buildMap().fund("Purse", "pooled").relate("pays", "Purse", "Purse", { annualAmount: 5 });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("adds up exactly beyond what a number can count", () => {
    expect(findingsOf(rule, fundWith([most, most, 1], [most, most, 1]))).toEqual([]);
    const finding = theFinding(rule, fundWith([most, most, 1], [most, most, 2]));
    expect(finding.message).toBe(
      "Purse pays out £18,000,000,000,000,002 a year, more than the £18,000,000,000,000,001 that comes in.",
    );
    expect(finding.facts).toEqual({ paysOut: "18000000000000002", income: "18000000000000001" });
  });
});
