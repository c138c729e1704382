import { describe, expect, it } from "vitest";
import { RELATION_TYPES } from "../../../shared/model/relation.ts";
import { REGIMES } from "../../../shared/model/systemMap.ts";
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

  it.each(REGIMES)("circles of three by every type of relation at once, under %s", (regime) => {
    const map = buildMap(regime);
    const rounds = ["1", "2", "3"];
    for (const n of rounds) {
      map
        .organisation(`o${n}`, "joint-venture", { annualIncome: 10, services: [] })
        .contract(`c${n}`, "prime-provider", {
          status: "live",
          payment: "capitation",
          services: ["social-care", "acute", "core-primary-care", "specialised"],
          annualValue: 10,
        })
        .fund(`f${n}`, "pooled", { legalBasis: "section-75" })
        .forum(`b${n}`, "joint-committee");
    }
    for (const type of RELATION_TYPES)
      for (const from of ["o", "c", "f", "b"])
        for (const to of ["o", "c", "f", "b"])
          for (const [index, n] of rounds.entries())
            map.relate(type, `${from}${n}`, `${to}${rounds[(index + 1) % 3]}`);
    expect(failures(map)).toEqual([]);
    const findings = check(map);
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
    for (const rule of ["contract-cycle", "ownership-cycle"])
      expect(findings.filter((finding) => finding.rule === rule)).toHaveLength(1);
  });

  it.each(REGIMES)("dates in the years 1 and 9999, under %s", (regime) => {
    for (const start of ["0001-01-01", "9999-12-31"]) {
      const map = buildMap(regime)
        .organisation("CCG", "ccg")
        .organisation("Trust", "foundation-trust")
        .contract("Care", "prime-provider", {
          start,
          status: "live",
          services: ["acute"],
          annualValue: 1_000_000_000_000_000,
          payment: "capitation",
          procurement: "direct-award",
        })
        .relate("commissions", "CCG", "Care")
        .relate("holds", "Trust", "Care");
      const told = (rule: string) => check(map).some((finding) => finding.rule === rule);
      expect(failures(map)).toEqual([]);
      const isLate = start.startsWith("9999");
      expect(told("unadvertised-contract")).toBe(regime === "england-2012" && isLate);
      expect(told("route-of-another-regime")).toBe(regime === "england-2022" && isLate);
    }
  });

  it("a million billion pounds, many times over, is neither lost nor rounded to a fault", () => {
    const map = buildMap()
      .organisation("CCG", "ccg")
      .organisation("Trust", "nhs-trust")
      .contract("Head", "prime-provider", { annualValue: 9_007_199_254_740_991 })
      .fund("Fund", "programme", { annualAmount: 1_000_000_000_000_000 })
      .relate("commissions", "CCG", "Head")
      .relate("holds", "Trust", "Head");
    for (let index = 0; index < 9; index++)
      map
        .contract(`s${index}`, "sub-contract", { annualValue: 1_000_000_000_000_000 })
        .relate("under", `s${index}`, "Head");
    map.contract("last", "sub-contract", { annualValue: 7_199_254_740_991 }).relate("under", "last", "Head");
    const exceeds = () => check(map).some(({ rule }) => rule === "sub-contracts-exceed-head");
    expect(exceeds()).toBe(false);
    map.contract("one pound", "sub-contract", { annualValue: 1 }).relate("under", "one pound", "Head");
    expect(exceeds()).toBe(true);
    expect(failures(map)).toEqual([]);
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
