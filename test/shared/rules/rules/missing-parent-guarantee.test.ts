import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "missing-parent-guarantee";

function vehicleWithParents(
  parents: readonly Organisation["kind"][],
  {
    kind = "joint-venture",
    legalForm = "llp",
    contract = {},
    contractKind = "prime-provider",
  }: {
    kind?: Organisation["kind"];
    legalForm?: Organisation["legalForm"];
    contract?: Partial<Contract>;
    contractKind?: Contract["kind"];
  } = {},
) {
  const map = buildMap()
    .organisation("Vehicle", kind, legalForm ? { legalForm } : {})
    .contract("Head", contractKind, contract)
    .relate("holds", "Vehicle", "Head");
  for (const [index, parent] of parents.entries()) {
    map.organisation(`Parent ${index + 1}`, parent).relate("owns", `Parent ${index + 1}`, "Vehicle");
  }
  return map;
}

describe(rule, () => {
  it("is an error for a joint venture whose two parents gave none, with the figures of the map", () => {
    const map = vehicleWithParents(["foundation-trust", "foundation-trust"], {
      contract: { totalValue: 726_000_000 },
    });
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({
      severity: "error",
      basis: "lesson",
      subjects: ["Vehicle", "Head", "Parent 1", "Parent 2"],
      facts: { form: "limited liability partnership", parents: 2, totalValue: 726_000_000 },
    });
    expect(finding.message).toBe(
      "Vehicle, a limited liability partnership, holds “Head” (£726m), and neither of its parents, Parent 1 and Parent 2, has given a guarantee. If it fails, the loss may fall on those who buy the care.",
    );
    expect(finding.precedent).toContain("£16m");
  });

  it("names those on whom the loss may fall", () => {
    const map = vehicleWithParents(["nhs-trust"])
      .organisation("CCG", "ccg")
      .relate("commissions", "CCG", "Head");
    expect(theFinding(rule, map).message).toMatch(/the loss may fall on CCG\.$/);
  });

  it("names the one parent that gave none", () => {
    const map = vehicleWithParents(["foundation-trust", "nhs-trust", "local-authority"])
      .relate("guarantees", "Parent 1", "Vehicle")
      .relate("guarantees", "Parent 3", "Head");
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Vehicle", "Head", "Parent 2"]);
    expect(finding.message).toContain("Parent 2, one of its 3 parents, has given no guarantee");
  });

  it("is silent where every parent guarantees the vehicle or the contract, also as a proposal", () => {
    const map = vehicleWithParents(["foundation-trust", "nhs-trust"])
      .relate("guarantees", "Parent 1", "Vehicle", { proposed: true })
      .relate("guarantees", "Parent 2", "Head");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("does not take a guarantee of another contract, or by another body, for one", () => {
    const map = vehicleWithParents(["foundation-trust"])
      .contract("Other", "nhs-standard")
      .organisation("Stranger", "nhs-trust")
      .relate("guarantees", "Parent 1", "Other")
      .relate("guarantees", "Stranger", "Vehicle");
    expect(theFinding(rule, map).subjects).toEqual(["Vehicle", "Head", "Parent 1"]);
  });

  it("stays an error for a joint venture with a single or only GP-led parents", () => {
    expect(theFinding(rule, vehicleWithParents(["nhs-trust"])).severity).toBe("error");
    expect(theFinding(rule, vehicleWithParents(["gp-practice", "gp-federation"])).severity).toBe("error");
  });

  it("is a warning for a company of another kind with a single parent or only GP-led parents", () => {
    const company = { kind: "gp-federation", legalForm: "limited-by-shares" } as const;
    expect(theFinding(rule, vehicleWithParents(["nhs-trust"], company)).severity).toBe("warning");
    const ofPractices = vehicleWithParents(["gp-practice", "gp-federation", "gp-super-partnership"], company);
    expect(theFinding(rule, ofPractices).severity).toBe("warning");
    expect(theFinding(rule, vehicleWithParents(["gp-practice", "nhs-trust"], company)).severity).toBe(
      "error",
    );
  });

  it.each(["llp", "limited-by-shares", "limited-by-guarantee", "community-interest-company"] as const)(
    "takes a body of the form %s with a parent for a vehicle",
    (legalForm) => {
      const map = vehicleWithParents(["nhs-trust", "nhs-trust"], { kind: "other", legalForm });
      expect(findingsOf(rule, map)).toHaveLength(1);
    },
  );

  it("is silent for a charity with parents, and for a vehicle without any", () => {
    const charity = vehicleWithParents(["nhs-trust"], {
      kind: "voluntary-organisation",
      legalForm: "charity",
    });
    expect(findingsOf(rule, charity)).toEqual([]);
    expect(findingsOf(rule, vehicleWithParents([]))).toEqual([]);
  });

  it.each(["grant", "section-75-provision"] as const)("is silent for a %s", (contractKind) => {
    expect(findingsOf(rule, vehicleWithParents(["nhs-trust"], { contractKind }))).toEqual([]);
  });

  it.each(["sub-contract", "gms", "pms", "apms", "memorandum", "framework"] as const)(
    "is silent for a %s, which is no head contract",
    (contractKind) => {
      expect(findingsOf(rule, vehicleWithParents(["nhs-trust"], { contractKind }))).toEqual([]);
    },
  );

  it("is silent for a contract let under another", () => {
    const map = vehicleWithParents(["nhs-trust"])
      .contract("Above", "prime-contractor")
      .relate("under", "Head", "Above");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("speaks of a terminated contract too: what it taught stays visible", () => {
    const map = vehicleWithParents(["nhs-trust"], { contract: { status: "terminated" } });
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("makes one finding per contract, with the parents in document order, each once", () => {
    const map = buildMap()
      .organisation("B", "nhs-trust")
      .organisation("A", "nhs-trust")
      .organisation("Vehicle", "joint-venture")
      .contract("One", "prime-provider")
      .contract("Two", "prime-provider")
      .relate("owns", "A", "Vehicle")
      .relate("owns", "B", "Vehicle")
      .relate("owns", "A", "Vehicle")
      .relate("holds", "Vehicle", "Two")
      .relate("holds", "Vehicle", "One")
      .relate("holds", "Vehicle", "One");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Vehicle", "One", "B", "A"],
      ["Vehicle", "Two", "B", "A"],
    ]);
  });

  it("ignores ownership that the grammar does not allow", () => {
    const map = buildMap()
      .organisation("Vehicle", "joint-venture")
      .contract("Head", "prime-provider")
      .fund("Fund", "programme")
      .relate("holds", "Vehicle", "Head")
      .relate("owns", "Fund", "Vehicle");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  describe("its fix", () => {
    it.each([
      [["nhs-trust"], "Propose the missing guarantee"],
      [["nhs-trust", "nhs-trust"], "Propose both guarantees"],
      [["nhs-trust", "nhs-trust", "nhs-trust"], "Propose all 3 guarantees"],
    ] as const)("proposes a guarantee by each of %s", (parents, label) => {
      const map = vehicleWithParents(parents);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([label]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(remains).toBe(false);
      expect(newErrors).toEqual([]);
      const guarantees = after.map.relations.filter(({ type }) => type === "guarantees");
      expect(guarantees).toHaveLength(parents.length);
      for (const guarantee of guarantees) expect(guarantee).toMatchObject({ to: "Vehicle", proposed: true });
    });

    it("adds only those that are missing", () => {
      const map = vehicleWithParents(["nhs-trust", "nhs-trust"]).relate("guarantees", "Parent 1", "Head");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose the missing guarantee"]);
      const { after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(after.relationById.get("new-1")).toMatchObject({ from: "Parent 2", to: "Vehicle" });
    });

    it("is not offered where a vehicle is drawn as its own parent", () => {
      const map = vehicleWithParents(["nhs-trust"]).relate("owns", "Vehicle", "Vehicle");
      expect(theFinding(rule, map).subjects).toEqual(["Vehicle", "Head", "Parent 1"]);
      expect(theFinding(rule, map).fixes).toEqual([]);
    });
  });
});
