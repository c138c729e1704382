import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { PROVIDER_KINDS } from "../../../../shared/model/organisationKind.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { comparedBy, theComparison } from "./comparing.ts";

const rule = "provider-destabilised";
const most = 9_000_000_000_000_000;

/** A provider and what it is paid in a year; undefined: a payment that states no amount. */
function paid(
  sums: readonly (number | undefined)[],
  given: Partial<Organisation> = {},
  kind: Organisation["kind"] = "foundation-trust",
) {
  const map = buildMap().organisation("CCG", "ccg").organisation("Trust", kind, given);
  for (const sum of sums) map.relate("pays", "CCG", "Trust", sum === undefined ? {} : { annualAmount: sum });
  return map;
}
const fires = (baseline: ReturnType<typeof paid>, option: ReturnType<typeof paid>) =>
  comparedBy(rule, baseline, option).length === 1;

describe(rule, () => {
  it("is a warning where a provider loses more than 10% of what it is paid", () => {
    const finding = theComparison(rule, paid([8_000_000, 2_500_000]), paid([8_000_000]));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Trust"],
      facts: { baseline: 10_500_000, option: 8_000_000 },
      fixes: [],
    });
    expect(finding.message).toBe(
      "Trust has an income of £10.5m a year on the baseline and of £8m on this option, 23.8% less.",
    );
    expect(finding.precedent).toContain("Lambeth");
  });

  it("draws the line at exactly 10%", () => {
    expect(fires(paid([1_000]), paid([900]))).toBe(false);
    expect(fires(paid([1_000]), paid([899]))).toBe(true);
    expect(fires(paid([1_000]), paid([1_100]))).toBe(false);
    expect(fires(paid([0]), paid([0]))).toBe(false);
    expect(theComparison(rule, paid([100_000]), paid([89_999])).message).toContain(
      "a little more than 10% less",
    );
    expect(fires(paid([most, most, 10]), paid([most, most - 1_800_000_000_000_000, 9]))).toBe(false);
    expect(fires(paid([most, most, 10]), paid([most, most - 1_800_000_000_000_000, 8]))).toBe(true);
  });

  it("is silent where a payment on either side states no amount", () => {
    expect(fires(paid([10, undefined]), paid([1]))).toBe(false);
    expect(fires(paid([10]), paid([1, undefined]))).toBe(false);
  });

  it("takes no payment at all for a loss only where the provider holds no contract either", () => {
    expect(theComparison(rule, paid([10]), paid([])).message).toContain("of £0 on this option, 100% less");
    const holding = paid([]).contract("Care", "nhs-standard").relate("holds", "Trust", "Care");
    expect(fires(paid([10]), holding)).toBe(false);
    const ended = paid([])
      .contract("Old", "nhs-standard", { status: "terminated" })
      .relate("holds", "Trust", "Old");
    expect(fires(paid([10]), ended)).toBe(true);
    expect(fires(paid([]), paid([]))).toBe(false);
  });

  it("measures the loss against the stated income where that is larger, the rest of it unchanged", () => {
    expect(fires(paid([20], { annualIncome: 100 }), paid([10], { annualIncome: 100 }))).toBe(false);
    const finding = theComparison(rule, paid([20], { annualIncome: 100 }), paid([9], { annualIncome: 100 }));
    expect(finding.facts).toEqual({ baseline: 100, option: 89 });
    expect(fires(paid([20], { annualIncome: 100 }), paid([9]))).toBe(true);
    expect(fires(paid([20], { annualIncome: 5 }), paid([17]))).toBe(true);
  });

  it("takes two different stated incomes at their word, whatever is drawn", () => {
    expect(fires(paid([undefined], { annualIncome: 100 }), paid([], { annualIncome: 89 }))).toBe(true);
    expect(fires(paid([20], { annualIncome: 100 }), paid([1], { annualIncome: 90 }))).toBe(false);
  });

  it.each(PROVIDER_KINDS)("looks at a %s", (kind) => {
    expect(fires(paid([10], {}, kind), paid([5], {}, kind))).toBe(true);
  });

  it.each(["local-authority", "ccg", "public-body", "other"] as const)("does not look at a %s", (kind) => {
    expect(fires(paid([10], {}, kind), paid([5], {}, kind))).toBe(false);
  });

  it("is silent about a provider that is not on both maps", () => {
    const without = buildMap().organisation("CCG", "ccg");
    expect(fires(paid([10]), without)).toBe(false);
    expect(fires(without, paid([10]))).toBe(false);
  });

  it("leaves out what it pays itself and what is paid for contracts that have ended", () => {
    const own = paid([10]).relate("pays", "Trust", "Trust", { annualAmount: 100 });
    expect(fires(own, paid([10]))).toBe(false);
    const ended = paid([10])
      .contract("Old", "nhs-standard", { status: "terminated" })
      .relate("pays", "CCG", "Trust", { annualAmount: 100, contract: "Old" });
    expect(fires(ended, paid([10]))).toBe(false);
  });
});
