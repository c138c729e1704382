import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "duplicate-organisation";

describe(rule, () => {
  it("finds the same name, whatever its spaces and capitals", () => {
    const map = buildMap()
      .organisation("b", "nhs-trust", { name: "Any Town\u00a0NHS Trust" })
      .organisation("a", "foundation-trust", { name: " anytown nhs  trust" })
      .organisation("c", "nhs-trust", { name: "Other Town NHS Trust" });
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({ severity: "warning", basis: "completeness", subjects: ["b", "a"] });
    expect(finding.message).toContain("may be one organisation drawn twice");
  });

  it("finds the same ODS code, and names it", () => {
    const map = buildMap()
      .organisation("a", "nhs-trust", { odsCode: "RGT" })
      .organisation("b", "nhs-trust", { odsCode: "RGT" })
      .organisation("c", "nhs-trust", { odsCode: "rgt" });
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["a", "b"]);
    expect(finding.message).toBe(
      "a and b may be one organisation drawn twice: the cards share the ODS code RGT.",
    );
    expect(finding.facts).toEqual({ odsCode: "RGT" });
  });

  it("joins those that are linked through another into one set, in document order", () => {
    const map = buildMap()
      .organisation("z", "nhs-trust", { name: "One", odsCode: "X" })
      .organisation("y", "nhs-trust", { name: "Two" })
      .organisation("x", "nhs-trust", { name: "two", odsCode: "X" })
      .organisation("w", "ccg", { name: "Three" })
      .organisation("v", "ccg", { name: "THREE" });
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["w", "v"],
      ["z", "y", "x"],
    ]);
  });

  it("never matches what is empty", () => {
    const map = buildMap()
      .organisation("a", "nhs-trust", { name: "", odsCode: "" })
      .organisation("b", "nhs-trust", { name: "  ", odsCode: "" })
      .organisation("c", "nhs-trust", { name: "\n" });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("looks at organisations only", () => {
    const map = buildMap()
      .organisation("a", "nhs-trust", { name: "Care" })
      .contract("c", "grant", { name: "Care" });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("copes with ten thousand cards of one name", () => {
    const map = buildMap();
    for (let index = 0; index < 10_000; index++) map.organisation(`o${index}`, "other", { name: "Same" });
    expect(theFinding(rule, map).subjects).toHaveLength(10_000);
  });
});
