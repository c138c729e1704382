import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "weak-guarantor";

function guaranteedBy(kind: Organisation["kind"], given: Partial<Organisation> = {}, limit?: number) {
  return buildMap()
    .organisation("Guarantor", kind, given)
    .organisation("Holder", "gp-federation")
    .contract("Care", "prime-provider")
    .relate("holds", "Holder", "Care")
    .relate("guarantees", "Guarantor", "Care", limit === undefined ? {} : { limit });
}

const company = { legalForm: "limited-by-shares" } as const;
const subsidiary = (given: Partial<Organisation> = {}, limit?: number) =>
  guaranteedBy("independent-provider", { ...company, ...given }, limit)
    .organisation("Parent", "independent-provider")
    .relate("owns", "Parent", "Guarantor");

describe(rule, () => {
  it("is a warning about a joint venture that guarantees: guarantor, relation, what is guaranteed", () => {
    const finding = theFinding(rule, guaranteedBy("joint-venture"));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Guarantor", "guarantees-1", "Care"],
      facts: { body: "joint venture" },
    });
    expect(finding.message).toBe(
      "Guarantor guarantees “Care”, but is itself a joint venture whose net assets are not stated.",
    );
  });

  it("speaks of a joint venture whatever it owns, with the figures of the map", () => {
    const rich = theFinding(rule, guaranteedBy("joint-venture", { netAssets: 9_000_000 }, 5_000_000));
    expect(rich.message).toBe(
      "Guarantor guarantees “Care” up to £5m, but is itself a joint venture with net assets of £9m.",
    );
    expect(rich.facts).toEqual({ body: "joint venture", limit: 5_000_000, netAssets: 9_000_000 });
    const poor = theFinding(rule, guaranteedBy("joint-venture", { netAssets: 2_000_000 }, 5_000_000));
    expect(poor.message).toBe(
      "Guarantor guarantees “Care” up to £5m, but is itself a joint venture with net assets of £2m, less than it promises.",
    );
  });

  it("speaks of another vehicle only where its net assets are not stated", () => {
    const finding = theFinding(rule, subsidiary());
    expect(finding.message).toBe(
      "Guarantor guarantees “Care”, but is itself a company limited by shares whose net assets are not stated.",
    );
    expect(finding.facts).toEqual({ body: "company limited by shares" });
    expect(findingsOf(rule, subsidiary({ netAssets: 0 }))).toEqual([]);
    expect(findingsOf(rule, guaranteedBy("independent-provider", company))).toEqual([]);
  });

  it.each([
    [4_999_999, true],
    [-1, true],
    [5_000_000, false],
    [5_000_001, false],
  ])("compares net assets of %i with a limit of £5m", (netAssets, speaks) => {
    expect(findingsOf(rule, guaranteedBy("foundation-trust", { netAssets }, 5_000_000))).toHaveLength(
      speaks ? 1 : 0,
    );
    expect(findingsOf(rule, subsidiary({ netAssets }, 5_000_000))).toHaveLength(speaks ? 1 : 0);
  });

  it("writes out sums that look the same in short", () => {
    const finding = theFinding(rule, guaranteedBy("nhs-trust", { netAssets: 4_999_999 }, 5_000_000));
    expect(finding.message).toBe(
      "Guarantor guarantees “Care” up to £5,000,000, more than its net assets of £4,999,999.",
    );
    expect(finding.facts).toEqual({ limit: 5_000_000, netAssets: 4_999_999 });
  });

  it("is silent where limit or net assets are not stated, and the guarantor is no vehicle", () => {
    expect(findingsOf(rule, guaranteedBy("nhs-trust", {}, 5_000_000))).toEqual([]);
    expect(findingsOf(rule, guaranteedBy("nhs-trust", { netAssets: -5 }))).toEqual([]);
  });

  it("makes one finding per guarantee, of organisations and contracts, proposed and ended ones too", () => {
    const map = guaranteedBy("joint-venture")
      .contract("Old", "prime-provider", { status: "terminated" })
      .relate("guarantees", "Guarantor", "Holder", { proposed: true })
      .relate("guarantees", "Guarantor", "Old");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Guarantor", "guarantees-1", "Care"],
      ["Guarantor", "guarantees-2", "Holder"],
      ["Guarantor", "guarantees-3", "Old"],
    ]);
  });

  it("leaves alone lines that mean nothing, and relations of other types", () => {
    const map = buildMap()
      .organisation("Venture", "joint-venture")
      .organisation("Trust", "nhs-trust")
      .fund("Fund", "programme")
      .relate("guarantees", "Venture", "Fund")
      .relate("partners", "Venture", "Trust");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  describe("its fix", () => {
    it("proposes that the guarantor’s own parents guarantee it instead, up to the same limit", () => {
      const map = guaranteedBy("joint-venture", {}, 5_000_000)
        .organisation("Trust", "nhs-trust")
        .organisation("Council", "local-authority")
        .relate("owns", "Trust", "Guarantor")
        .relate("owns", "Council", "Guarantor");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Trust and Council guarantee it instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.has("guarantees-1")).toBe(false);
      expect(after.map.relations.filter(({ type }) => type === "guarantees")).toMatchObject([
        { from: "Trust", to: "Care", limit: 5_000_000, proposed: true },
        { from: "Council", to: "Care", limit: 5_000_000, proposed: true },
      ]);
    });

    it("does not repeat a guarantee that a parent has given already", () => {
      const map = subsidiary().relate("guarantees", "Parent", "Care");
      const finding = theFinding(rule, map);
      const { remains, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(remains).toBe(false);
      expect(after.map.relations.filter(({ type }) => type === "guarantees")).toMatchObject([
        { from: "Parent" },
      ]);
    });

    it("is not offered without parents, or with parents that are as weak or stand on the other side", () => {
      expect(theFinding(rule, guaranteedBy("joint-venture")).fixes).toEqual([]);
      const weakParent = guaranteedBy("joint-venture")
        .organisation("Venture", "joint-venture")
        .relate("owns", "Venture", "Guarantor");
      expect(theFinding(rule, weakParent).fixes).toEqual([]);
      const shortParent = guaranteedBy("joint-venture", {}, 10)
        .organisation("Trust", "nhs-trust", { netAssets: 9 })
        .relate("owns", "Trust", "Guarantor");
      expect(theFinding(rule, shortParent).fixes).toEqual([]);
      const ownHolder = guaranteedBy("joint-venture").relate("owns", "Holder", "Guarantor");
      expect(theFinding(rule, ownHolder).fixes).toEqual([]);
    });

    it("is not offered where the guarantor must stand behind a vehicle of its own", () => {
      const map = subsidiary()
        .organisation("Venture", "joint-venture")
        .relate("owns", "Guarantor", "Venture")
        .relate("holds", "Venture", "Care");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });
  });
});
