import { describe, expect, it } from "vitest";
import { RELATION_TYPES } from "../../../shared/model/relation.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { buildMap, type MapBuilder } from "../../support/buildMap.ts";

const check = (map: MapBuilder) => checkMap(map.snapshot());
const failures = (map: MapBuilder) => check(map).filter(({ rule }) => rule === "rule-failed");

describe("maps out of the ordinary", () => {
  it("an empty map has no findings", () => {
    expect(check(buildMap())).toEqual([]);
    expect(check(buildMap("england-2022"))).toEqual([]);
  });

  it("lines of every type from an element to itself", () => {
    const map = buildMap()
      .organisation("o", "joint-venture")
      .contract("c", "prime-provider", { payment: "capitation", services: ["social-care", "acute"] })
      .fund("f", "pooled")
      .forum("b", "joint-committee")
      .place("p")
      .note("n");
    for (const type of RELATION_TYPES)
      for (const id of ["o", "c", "f", "b", "p", "n"]) map.relate(type, id, id);
    expect(failures(map)).toEqual([]);
    for (const { subjects } of check(map)) expect(new Set(subjects).size).toBe(subjects.length);
  });

  it("circles of ownership and of contracts under one another", () => {
    const map = buildMap();
    for (const [here, next] of [
      ["1", "2"],
      ["2", "3"],
      ["3", "1"],
    ] as const) {
      map
        .organisation(`o${here}`, "joint-venture")
        .contract(`c${here}`, "prime-provider", { status: "live" });
      map.relate("holds", `o${here}`, `c${here}`).relate("commissions", `o${here}`, `c${next}`);
    }
    for (const [here, next] of [
      ["1", "2"],
      ["2", "3"],
      ["3", "1"],
    ] as const) {
      map.relate("owns", `o${here}`, `o${next}`).relate("under", `c${here}`, `c${next}`);
    }
    expect(failures(map)).toEqual([]);
    expect(check(map).some(({ rule }) => rule === "sub-contracts-back-to-parents")).toBe(true);
  });

  it("a thousand contracts between two organisations", () => {
    const map = buildMap()
      .organisation("Trust", "nhs-trust")
      .organisation("Venture", "joint-venture")
      .contract("Head", "prime-provider")
      .relate("owns", "Trust", "Venture")
      .relate("holds", "Venture", "Head");
    for (let index = 0; index < 1_000; index++) {
      map
        .contract(`c${index}`, "sub-contract")
        .relate("commissions", "Venture", `c${index}`)
        .relate("holds", "Trust", `c${index}`)
        .relate("under", `c${index}`, "Head");
    }
    const findings = check(map);
    expect(failures(map)).toEqual([]);
    const back = findings.find(({ rule }) => rule === "sub-contracts-back-to-parents");
    expect(back?.subjects).toHaveLength(1_002);
    expect(back?.message.length).toBeLessThan(300);
    expect(findings.find(({ rule }) => rule === "vat-leakage")?.subjects).toHaveLength(1_002);
  });

  it("sums as large as the format can hold", () => {
    const map = buildMap().contract("Care", "prime-provider", {
      annualValue: 8_999_999_999_999_999,
      totalValue: 9_000_000_000_000_000,
      termMonths: 1,
      estimatedAnnualCost: 9_000_000_000_000_000,
      priceCeiling: 9_000_000_000_000_000,
    });
    const finding = check(map).find(({ rule }) => rule === "price-below-cost");
    expect(finding?.message).toContain("£8,999,999,999,999,999 a year");
  });

  it("names of ten thousand characters, right-to-left, emoji and markup stay text and stay short", () => {
    for (const name of [
      "x".repeat(10_000),
      "مستشفى الجامعة",
      "🏥".repeat(5_000),
      "<script>alert(1)</script>",
    ]) {
      const map = buildMap()
        .organisation("v", "joint-venture", { name })
        .organisation("p", "nhs-trust", { name: `${name} 2` })
        .contract("c", "prime-provider", { name })
        .relate("owns", "p", "v")
        .relate("holds", "v", "c");
      const finding = check(map).find(({ rule }) => rule === "missing-parent-guarantee");
      expect(finding?.message.length).toBeLessThan(1_000);
      expect(finding?.message).toContain(Array.from(name).slice(0, 60).join(""));
    }
  });

  it("ids that are names of every object's own properties", () => {
    const map = buildMap().settings({ rules: JSON.parse(`{"constructor": "off", "toString": "error"}`) });
    for (const id of ["__proto__", "constructor", "toString"]) map.organisation(id, "nhs-trust");
    expect(check(map).map(({ rule, subjects }) => [rule, ...subjects])).toEqual([
      ["isolated-element", "__proto__"],
      ["isolated-element", "constructor"],
      ["isolated-element", "toString"],
    ]);
  });
});
