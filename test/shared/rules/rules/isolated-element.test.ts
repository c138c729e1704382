import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf } from "../checking.ts";

const rule = "isolated-element";

describe(rule, () => {
  it("speaks of organisations, contracts, funds and forums without any relation", () => {
    const map = buildMap()
      .organisation("o", "nhs-trust")
      .contract("c", "sub-contract", { name: "" })
      .fund("f", "pooled")
      .forum("b", "joint-committee");
    const findings = findingsOf(rule, map);
    expect(findings.map(({ subjects }) => subjects)).toEqual([["b"], ["c"], ["f"], ["o"]]);
    for (const finding of findings)
      expect(finding).toMatchObject({ severity: "info", basis: "completeness" });
    expect(findings[1]?.message).toBe("An unnamed contract is connected to nothing on this map.");
  });

  it("is silent for places and notes", () => {
    expect(findingsOf(rule, buildMap().place("p").note("n"))).toEqual([]);
  });

  it("counts relations at either end, also those that are not allowed, and those to itself", () => {
    const map = buildMap()
      .organisation("a", "nhs-trust")
      .organisation("b", "nhs-trust")
      .organisation("c", "nhs-trust")
      .fund("f", "pooled")
      .place("p")
      .relate("partners", "a", "b")
      .relate("owns", "c", "c")
      .relate("governs", "p", "f");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("does not take standing in a place, or being named by a payment, for a relation", () => {
    const map = buildMap()
      .place("p")
      .organisation("a", "ccg")
      .organisation("b", "nhs-trust", { place: "p" })
      .organisation("d", "nhs-trust")
      .contract("c", "nhs-standard")
      .relate("pays", "a", "d", { contract: "c" });
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([["b"], ["c"]]);
  });
});
