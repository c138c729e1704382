import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "uncapped-private-risk";

function heldBy(kinds: readonly Organisation["kind"][], contract: Partial<Contract> = {}) {
  const map = buildMap().contract("Care", "prime-contractor", { riskShare: "two-sided", ...contract });
  for (const [index, kind] of kinds.entries()) {
    map.organisation(`Holder ${index + 1}`, kind).relate("holds", `Holder ${index + 1}`, "Care");
  }
  return map;
}

describe(rule, () => {
  it("is a warning about the contract and those holders, others left out", () => {
    const map = heldBy(["nhs-trust", "gp-federation", "joint-venture", "independent-provider"], {
      totalValue: 130_000_000,
    });
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Care", "Holder 2", "Holder 4"],
      facts: { riskShare: "two-sided", totalValue: 130_000_000 },
      fixes: [],
    });
    expect(finding.message).toBe(
      "“Care” (£130m) puts Holder 2 and Holder 4 at two-sided risk, but no gain share is stated. A cap and collar may be meant; until a figure is stated, profit and loss may have no limit.",
    );
  });

  it.each(["independent-provider", "gp-practice", "gp-federation", "gp-super-partnership"] as const)(
    "speaks of a %s",
    (kind) => {
      expect(findingsOf(rule, heldBy([kind]))).toHaveLength(1);
    },
  );

  it.each([
    "nhs-trust",
    "foundation-trust",
    "voluntary-organisation",
    "care-provider",
    "joint-venture",
    "primary-care-network",
    "local-authority",
  ] as const)("is silent for a %s", (kind) => {
    expect(findingsOf(rule, heldBy([kind]))).toEqual([]);
  });

  it.each(["none", "upside"] as const)("is silent where the risk share is %s", (riskShare) => {
    expect(findingsOf(rule, heldBy(["independent-provider"], { riskShare }))).toEqual([]);
  });

  it("is silent where no risk share is stated, and where nobody holds the contract", () => {
    const silent = buildMap()
      .contract("Care", "prime-contractor")
      .organisation("Firm", "independent-provider")
      .relate("holds", "Firm", "Care");
    expect(findingsOf(rule, silent)).toEqual([]);
    expect(findingsOf(rule, heldBy([]))).toEqual([]);
  });

  it.each([0, 50, 100])("is silent once a gain share of %i%% is stated", (gainSharePercent) => {
    expect(findingsOf(rule, heldBy(["independent-provider"], { gainSharePercent }))).toEqual([]);
  });

  it("speaks of sub-contracts and of what has ended too", () => {
    const map = heldBy(["gp-practice"], { status: "terminated" })
      .contract("Part", "sub-contract", { riskShare: "two-sided" })
      .relate("under", "Part", "Care")
      .relate("holds", "Holder 1", "Part");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Care", "Holder 1"],
      ["Part", "Holder 1"],
    ]);
  });
});
