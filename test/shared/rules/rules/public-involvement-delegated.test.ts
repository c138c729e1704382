import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "public-involvement-delegated";

function delegation(
  given: Partial<RelationOf<"delegates">> = {},
  receiver: Organisation["kind"] = "independent-provider",
  regime?: Regime,
) {
  return buildMap(regime)
    .organisation("CCG", "ccg")
    .organisation("Provider", receiver)
    .relate("delegates", "CCG", "Provider", { function: "public-involvement", ...given });
}

function contract(
  given: Partial<Contract> = {},
  consults: Organisation["kind"] = "nhs-trust",
  regime?: Regime,
) {
  return buildMap(regime)
    .contract("Care", "prime-contractor", { consultation: "Consults", ...given })
    .organisation("Consults", consults);
}

describe(rule, () => {
  it.each(["delegated", "devolved", undefined] as const)(
    "is an error in law for a delegation to a provider at the level %s",
    (level) => {
      const finding = theFinding(rule, delegation(level ? { level, legalBasis: "section-105a" } : {}));
      expect(finding).toMatchObject({
        severity: "error",
        basis: "law",
        subjects: ["Provider", "delegates-1"],
      });
      expect(finding.message).toBe(
        "CCG passes public involvement to Provider, a provider. The duty stays with the commissioner, so this may breach section 14Z2 of the NHS Act 2006.",
      );
    },
  );

  it.each(["seat", "joint"] as const)("is silent at the level %s", (level) => {
    expect(findingsOf(rule, delegation({ level }))).toEqual([]);
  });

  it("is silent for another function, and where a commissioner receives it", () => {
    expect(findingsOf(rule, delegation({ function: "other", level: "delegated" }))).toEqual([]);
    expect(findingsOf(rule, delegation({}, "local-authority"))).toEqual([]);
    expect(findingsOf(rule, delegation({}, "commissioning-support"))).toEqual([]);
  });

  it("is an error in law for a contract that names a provider", () => {
    const finding = theFinding(rule, contract());
    expect(finding).toMatchObject({ severity: "error", basis: "law", subjects: ["Consults", "Care"] });
    expect(finding.message).toBe(
      "“Care” names Consults, a provider, as the one that carries the duty to involve the public. The duty stays with the commissioner, so this may breach section 14Z2 of the NHS Act 2006.",
    );
  });

  it("names the section of the Act of 2022 under that Act", () => {
    for (const map of [
      delegation({}, "nhs-trust", "england-2022"),
      contract({}, "nhs-trust", "england-2022"),
    ])
      expect(theFinding(rule, map).message).toContain("section 14Z45");
  });

  it("is silent for a contract that names a commissioner, or nobody, or that has ended", () => {
    expect(findingsOf(rule, contract({}, "ccg"))).toEqual([]);
    expect(findingsOf(rule, buildMap().contract("Care", "nhs-standard"))).toEqual([]);
    expect(findingsOf(rule, contract({ status: "terminated" }))).toEqual([]);
  });

  it("makes one finding per provider and delegation or contract", () => {
    const map = contract()
      .organisation("CCG", "ccg")
      .contract("More", "grant", { consultation: "Consults" })
      .relate("delegates", "CCG", "Consults", { function: "public-involvement" })
      .relate("delegates", "CCG", "Consults", { function: "public-involvement" });
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Consults", "Care"],
      ["Consults", "More"],
      ["Consults", "delegates-1"],
      ["Consults", "delegates-2"],
    ]);
  });

  describe("its fixes", () => {
    it("propose a seat at the table", () => {
      const map = delegation({ level: "delegated", legalBasis: "other" });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a seat at the table instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("delegates-1")).toMatchObject({ level: "seat", proposed: true });
    });

    it("state an NHS commissioner that buys the contract, at most three", () => {
      const bought = (...kinds: Organisation["kind"][]) => {
        const map = contract();
        for (const [index, kind] of kinds.entries())
          map.organisation(`Buyer ${index + 1}`, kind).relate("commissions", `Buyer ${index + 1}`, "Care");
        return map;
      };
      const map = bought("local-authority", "ccg", "nhs-england");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "State that Buyer 2 carries the duty",
        "State that Buyer 3 carries the duty",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[1]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("Care")).toMatchObject({ consultation: "Buyer 3" });
      expect(theFinding(rule, bought()).fixes).toEqual([]);
      expect(theFinding(rule, bought("ccg", "ccg", "ccg", "ccg")).fixes).toHaveLength(3);
    });
  });
});
