import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { comparedBy, theComparison } from "./comparing.ts";

const rule = "commissioner-cost-rises";

function paying(sums: readonly (number | undefined)[], kind: Organisation["kind"] = "ccg") {
  const map = buildMap()
    .organisation("Buyer", kind)
    .organisation("Trust", "nhs-trust")
    .fund("Pool", "pooled");
  for (const [index, sum] of sums.entries())
    map.relate(
      "pays",
      "Buyer",
      index === 0 ? "Trust" : "Pool",
      sum === undefined ? {} : { annualAmount: sum },
    );
  return map;
}
const fires = (baseline: ReturnType<typeof paying>, option: ReturnType<typeof paying>) =>
  comparedBy(rule, baseline, option).length === 1;

describe(rule, () => {
  it("is worth a look where a commissioner pays out more, to providers and funds together", () => {
    const finding = theComparison(rule, paying([8_000_000, 2_000_000]), paying([4_000_000, 8_000_000]));
    expect(finding).toMatchObject({
      severity: "info",
      basis: "lesson",
      subjects: ["Buyer"],
      facts: { baseline: 10_000_000, option: 12_000_000 },
      fixes: [],
    });
    expect(finding.message).toBe("Buyer pays out £10m a year on the baseline and £12m on this option.");
  });

  it("is silent where it pays as much or less", () => {
    expect(fires(paying([10]), paying([10]))).toBe(false);
    expect(fires(paying([10]), paying([9]))).toBe(false);
    expect(fires(paying([10]), paying([11]))).toBe(true);
  });

  it("is silent where either side is not wholly stated", () => {
    expect(fires(paying([10, undefined]), paying([11]))).toBe(false);
    expect(fires(paying([10]), paying([11, undefined]))).toBe(false);
    expect(fires(paying([]), paying([11]))).toBe(false);
  });

  it.each(["ccg", "icb", "nhs-england", "local-authority"] as const)("looks at a %s", (kind) => {
    expect(fires(paying([10], kind), paying([11], kind))).toBe(true);
  });

  it("does not look at providers", () => {
    expect(fires(paying([10], "nhs-trust"), paying([11], "nhs-trust"))).toBe(false);
  });

  it("leaves out what it pays itself", () => {
    const option = paying([10]).relate("pays", "Buyer", "Buyer", { annualAmount: 5 });
    expect(fires(paying([10]), option)).toBe(false);
  });
});
