import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "council-out-of-balance";

function council(annualIncome: number | undefined, ...amounts: readonly (number | undefined)[]) {
  const map = buildMap()
    .organisation("Council", "local-authority", annualIncome === undefined ? {} : { annualIncome })
    .organisation("Trust", "nhs-trust");
  for (const annualAmount of amounts)
    map.relate("pays", "Council", "Trust", annualAmount === undefined ? {} : { annualAmount });
  return map;
}

describe(rule, () => {
  it("is an error in law, with both figures", () => {
    const finding = theFinding(rule, council(100_000_000, 80_000_000, 40_000_000));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "law",
      subjects: ["Council"],
      facts: { paidOut: 120_000_000, annualIncome: 100_000_000 },
      fixes: [],
    });
    expect(finding.message).toBe(
      "Council pays out £120m a year, more than its income of £100m. A council has to balance its budget, so this may breach the Local Government Finance Acts 1988 and 1992.",
    );
  });

  it.each([
    [100, [100], 0],
    [100, [101], 1],
    [100, [50, undefined, 50], 0],
    [0, [1], 1],
    [0, [0], 0],
    [0, [], 0],
    [undefined, [1], 0],
    [100, [undefined], 0],
  ] as const)("with an income of %s and payments of %o makes %s findings", (income, amounts, findings) => {
    expect(findingsOf(rule, council(income, ...amounts))).toHaveLength(findings);
  });

  it("writes sums out that look the same in short, and counts the largest exactly", () => {
    expect(theFinding(rule, council(120_000_000, 120_000_001)).message).toContain(
      "£120,000,001 a year, more than its income of £120,000,000.",
    );
    const most = Number.MAX_SAFE_INTEGER;
    expect(findingsOf(rule, council(most, most - 1, 1))).toEqual([]);
    expect(findingsOf(rule, council(most, most, 1))).toHaveLength(1);
  });

  it("counts what it pays to funds, and not what it pays for a contract that has ended", () => {
    const map = council(100, 60)
      .fund("Pool", "pooled", { legalBasis: "section-75" })
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("pays", "Council", "Trust", { annualAmount: 50, contract: "Ended" });
    expect(findingsOf(rule, map)).toEqual([]);
    expect(findingsOf(rule, map.relate("pays", "Council", "Pool", { annualAmount: 50 }))).toHaveLength(1);
  });

  it.each(["ccg", "icb", "nhs-england", "foundation-trust", "public-body"] as const)(
    "is silent for a %s",
    (kind) => {
      const map = buildMap()
        .organisation("Payer", kind, { annualIncome: 1 })
        .organisation("Trust", "nhs-trust")
        .relate("pays", "Payer", "Trust", { annualAmount: 2 });
      expect(findingsOf(rule, map)).toEqual([]);
    },
  );
});
