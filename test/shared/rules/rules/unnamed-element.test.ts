import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "unnamed-element";

describe(rule, () => {
  it("speaks of organisations, contracts, funds, forums and places without a name, one finding each", () => {
    const map = buildMap()
      .organisation("o", "nhs-trust", { name: "" })
      .contract("c", "sub-contract", { name: "  " })
      .fund("f", "pooled", { name: "\t\n" })
      .forum("b", "joint-committee", { name: "\u00a0" })
      .place("p", { name: "" });
    const findings = findingsOf(rule, map);
    expect(findings.map(({ subjects }) => subjects)).toEqual([["b"], ["c"], ["f"], ["o"], ["p"]]);
    for (const finding of findings)
      expect(finding).toMatchObject({ severity: "info", basis: "completeness" });
    expect(findings.map(({ facts }) => facts)).toEqual([
      { kind: "joint-committee" },
      { kind: "sub-contract" },
      { kind: "pooled" },
      { kind: "nhs-trust" },
      { kind: null },
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      "A joint committee has no name.",
      "A sub-contract has no name.",
      "A pooled budget has no name.",
      "An NHS trust has no name.",
      "A place has no name.",
    ]);
  });

  it("says what it is where its kind alone does not, with the right article", () => {
    const unnamed = [
      buildMap().organisation("o", "other", { name: "" }),
      buildMap().contract("c", "other", { name: "" }),
      buildMap().contract("c", "alliance", { name: "" }),
      buildMap().contract("c", "integrated-health-organisation", { name: "" }),
      buildMap().organisation("o", "icb", { name: "" }),
      buildMap().forum("b", "operational-board", { name: "" }),
    ];
    expect(unnamed.map((map) => theFinding(rule, map).message)).toEqual([
      "An organisation has no name.",
      "A contract has no name.",
      "An alliance contract has no name.",
      "An integrated health organisation contract has no name.",
      "An integrated care board has no name.",
      "An operational board has no name.",
    ]);
  });

  it("is silent for notes, and for whatever has a name", () => {
    const map = buildMap().note("").organisation("Trust", "nhs-trust").place("Town", { kind: "locality" });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("calls a place by its kind where it has one", () => {
    expect(theFinding(rule, buildMap().place("p", { name: " ", kind: "neighbourhood" })).message).toBe(
      "A neighbourhood has no name.",
    );
  });
});
