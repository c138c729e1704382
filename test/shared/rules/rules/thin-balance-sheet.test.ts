import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "thin-balance-sheet";

function capitated(
  holders: readonly Organisation["kind"][],
  { kind = "prime-provider", contract = {} }: { kind?: Contract["kind"]; contract?: Partial<Contract> } = {},
) {
  const map = buildMap().contract("Care", kind, { payment: "capitation", ...contract });
  for (const [index, holder] of holders.entries()) {
    map.organisation(`Holder ${index + 1}`, holder).relate("holds", `Holder ${index + 1}`, "Care");
  }
  return map;
}

describe(rule, () => {
  it("is a warning about the contract and its holders", () => {
    const map = capitated(["joint-venture"], { contract: { totalValue: 726_000_000 } });
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Care", "Holder 1"],
      facts: { totalValue: 726_000_000 },
    });
    expect(finding.message).toContain("“Care” (£726m) is capitated and held only by Holder 1.");
  });

  it("states the holder's net assets where they are stated, also below zero", () => {
    const map = buildMap()
      .organisation("Federation", "gp-federation", { netAssets: -50_000 })
      .contract("Care", "mcp-fully-integrated")
      .relate("holds", "Federation", "Care");
    const finding = theFinding(rule, map);
    expect(finding.message).toContain("whose net assets are −£50k");
    expect(finding.facts).toEqual({ netAssets: -50_000 });
  });

  it.each(["mcp-partially-integrated", "mcp-fully-integrated", "integrated-health-organisation"] as const)(
    "takes a %s for capitated, whatever its payment",
    (kind) => {
      expect(
        findingsOf(rule, capitated(["gp-federation"], { kind, contract: { payment: "block" } })),
      ).toHaveLength(1);
    },
  );

  it("is silent for contracts that are not capitated, or no head contracts", () => {
    expect(findingsOf(rule, capitated(["gp-federation"], { contract: { payment: "block" } }))).toEqual([]);
    expect(
      findingsOf(rule, capitated(["gp-federation"], { kind: "mcp-virtual", contract: { payment: "mixed" } })),
    ).toEqual([]);
    expect(findingsOf(rule, capitated(["gp-practice"], { kind: "gms" }))).toEqual([]);
    const under = capitated(["gp-federation"])
      .contract("Top", "prime-contractor")
      .relate("under", "Care", "Top");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(findingsOf(rule, capitated([]))).toEqual([]);
  });

  it.each(["gp-practice", "gp-federation", "gp-super-partnership", "joint-venture"] as const)(
    "speaks of a %s",
    (kind) => {
      expect(findingsOf(rule, capitated([kind]))).toHaveLength(1);
    },
  );

  it.each([
    "nhs-trust",
    "foundation-trust",
    "independent-provider",
    "local-authority",
    "voluntary-organisation",
    "alliance",
  ] as const)("is silent where a %s holds it, alone or beside others", (kind) => {
    expect(findingsOf(rule, capitated([kind]))).toEqual([]);
    expect(findingsOf(rule, capitated(["joint-venture", kind]))).toEqual([]);
  });

  it("counts a company with a parent as a vehicle, but not one that is an independent provider", () => {
    const company = (kind: Organisation["kind"]) =>
      buildMap()
        .organisation("Parent", "other")
        .organisation("Company", kind, { legalForm: "limited-by-shares" })
        .contract("Care", "prime-provider", { payment: "capitation" })
        .relate("owns", "Parent", "Company")
        .relate("holds", "Company", "Care");
    expect(findingsOf(rule, company("integrator"))).toHaveLength(1);
    expect(findingsOf(rule, company("independent-provider"))).toEqual([]);
  });

  it.each(["nhs-trust", "foundation-trust", "independent-provider", "local-authority"] as const)(
    "is silent where a %s guarantees the contract or a holder",
    (kind) => {
      for (const guaranteed of ["Care", "Holder 2"]) {
        const map = capitated(["gp-practice", "joint-venture"])
          .organisation("Guarantor", kind)
          .relate("guarantees", "Guarantor", guaranteed);
        expect(findingsOf(rule, map)).toEqual([]);
      }
    },
  );

  it("does not take ownership, or a guarantee by anybody else, for backing", () => {
    const map = capitated(["joint-venture"])
      .organisation("Trust", "foundation-trust")
      .organisation("CCG", "ccg")
      .relate("owns", "Trust", "Holder 1")
      .relate("guarantees", "CCG", "Holder 1");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("speaks of a terminated contract too", () => {
    expect(
      findingsOf(rule, capitated(["joint-venture"], { contract: { status: "terminated" } })),
    ).toHaveLength(1);
  });

  it("offers to propose guarantees by parents that could bear losses, and by no others", () => {
    const map = capitated(["joint-venture"])
      .organisation("Trust", "foundation-trust")
      .organisation("Practice", "gp-practice")
      .relate("owns", "Practice", "Holder 1")
      .relate("owns", "Trust", "Holder 1");
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Propose a guarantee by Trust"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.relationById.get("new-1")).toMatchObject({ from: "Trust", to: "Holder 1", proposed: true });
    expect(theFinding(rule, capitated(["gp-federation"])).fixes).toEqual([]);
  });
});
