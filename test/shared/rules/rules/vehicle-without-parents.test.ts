import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "vehicle-without-parents";
const venture = () => buildMap().organisation("Venture", "joint-venture", { legalForm: "llp" });

describe(rule, () => {
  it("is a warning about a joint venture that nobody owns", () => {
    const finding = theFinding(rule, venture().organisation("Trust", "nhs-trust"));
    expect(finding).toMatchObject({ severity: "warning", basis: "completeness", subjects: ["Venture"] });
    expect(finding.message).toBe("Venture is drawn as a joint venture, but nobody on this map owns it.");
    expect(finding.fixes).toEqual([]);
  });

  it("is silent once one parent is drawn, also as a proposal", () => {
    const owned = venture().organisation("Trust", "nhs-trust");
    expect(findingsOf(rule, owned.relate("owns", "Trust", "Venture", { proposed: true }))).toEqual([]);
  });

  it("does not take what the venture owns, or a line that means nothing, for a parent", () => {
    const map = venture()
      .organisation("Subsidiary", "other")
      .fund("Fund", "programme")
      .relate("owns", "Venture", "Subsidiary")
      .relate("owns", "Fund", "Venture");
    expect(theFinding(rule, map).subjects).toEqual(["Venture"]);
  });

  it("is silent for any other kind, whatever its legal form: only a joint venture must have parents", () => {
    const map = buildMap()
      .organisation("Federation", "gp-federation", { legalForm: "limited-by-shares" })
      .organisation("Alliance", "alliance", { legalForm: "llp" })
      .organisation("Integrator", "integrator", { legalForm: "community-interest-company" });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("speaks of one whose contract has ended too", () => {
    const map = venture()
      .contract("Care", "prime-provider", { status: "terminated" })
      .relate("holds", "Venture", "Care");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  describe("its fix", () => {
    const withMembers = () =>
      venture()
        .organisation("Trust", "nhs-trust")
        .organisation("Practice", "gp-practice")
        .relate("member", "Practice", "Venture")
        .relate("member", "Trust", "Venture");

    it("proposes that its members own it", () => {
      const map = withMembers();
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Trust and Practice own it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      const owns = after.map.relations.filter(({ type }) => type === "owns");
      expect(owns).toMatchObject([
        { from: "Trust", to: "Venture", proposed: true },
        { from: "Practice", to: "Venture", proposed: true },
      ]);
    });

    it("proposes the guarantees that owners would owe, where it holds a head contract", () => {
      const map = withMembers()
        .contract("Care", "prime-provider")
        .relate("holds", "Venture", "Care")
        .relate("guarantees", "Trust", "Venture");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Trust and Practice own and guarantee it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      const given = after.map.relations.filter(({ type }) => type === "guarantees");
      expect(given).toMatchObject([{ from: "Trust" }, { from: "Practice", proposed: true }]);
    });

    it("is not offered where a member belongs to it, through others too: that would be a circle", () => {
      const map = withMembers()
        .organisation("Holding", "other")
        .relate("owns", "Venture", "Holding")
        .relate("owns", "Holding", "Practice");
      expect(theFinding(rule, map).fixes).toEqual([]);
      expect(theFinding(rule, venture().relate("member", "Venture", "Venture")).fixes).toEqual([]);
    });
  });
});
