import { describe, expect, it } from "vitest";
import type { Decision } from "../../../shared/model/systemMap.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { publicFinding } from "../../../shared/rules/publicFinding.ts";
import { RULES } from "../../../shared/rules/registry.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { buildMap } from "../../support/buildMap.ts";

function twoContracts() {
  const live = { status: "live", procurement: "competitive-tender" } as const;
  return buildMap()
    .contract("b", "prime-provider", { ...live, totalValue: 90, priceCeiling: 100 })
    .contract("a", "gms", { name: "" })
    .contract("c", "prime-provider", { ...live, annualValue: 90 });
}

const decision = (given: Partial<Decision>): Decision => ({
  rule: "price-below-cost",
  subjects: ["b"],
  choice: "accepted",
  reason: "the ceiling was a guess",
  by: "The board",
  at: "2015-11-03",
  ...given,
});

describe("the order of findings", () => {
  it("is severity, then rule, then subjects, by code unit", () => {
    const map = twoContracts().organisation("Z", "alliance").relate("holds", "Z", "c");
    expect(
      checkMap(map.snapshot()).map(({ severity, rule, subjects }) => [severity, rule, ...subjects]),
    ).toEqual([
      ["error", "contract-held-by-non-entity", "Z", "c"],
      ["warning", "contract-without-buyer", "b"],
      ["warning", "contract-without-buyer", "c"],
      ["warning", "contract-without-holder", "b"],
      ["warning", "price-below-cost", "b"],
      ["info", "contract-without-buyer", "a"],
      ["info", "contract-without-holder", "a"],
      ["info", "isolated-element", "a"],
      ["info", "isolated-element", "b"],
      ["info", "unnamed-element", "a"],
    ]);
  });

  it("compares subjects one by one and by code unit, not by alphabet", () => {
    const map = buildMap();
    for (const id of ["é", "z", "Z", "a b", "a", "😀", "\uffee"])
      map.organisation(id, "other", { name: `Body ${id.codePointAt(0)}${id.length}` });
    expect(checkMap(map.snapshot()).map(({ subjects }) => subjects[0])).toEqual([
      "Z",
      "a",
      "a b",
      "z",
      "é",
      "😀",
      "\uffee",
    ]);
  });

  it("is the same whatever the order of the file, groups of subjects apart", () => {
    const map = twoContracts().map();
    const reversed = { ...map, elements: [...map.elements].reverse() };
    const check = (elements: typeof map.elements) =>
      checkMap({
        map: { ...map, elements },
        elementById: new Map(elements.map((element) => [element.id, element])),
        relationById: new Map(),
        unreadable: [],
        schemaVersion: 0,
      }).map(({ key }) => key);
    expect(check(reversed.elements)).toEqual(check(map.elements));
  });
});

describe("the settings of a map", () => {
  it("replace every severity of a rule, the order with it, or switch it off", () => {
    const map = twoContracts().settings({
      rules: {
        "contract-without-buyer": "error",
        "isolated-element": "off",
        "contract-without-holder": "info",
        "no-such-rule": "error",
      },
    });
    expect(
      checkMap(map.snapshot()).map(({ severity, rule, subjects }) => [severity, rule, ...subjects]),
    ).toEqual([
      ["error", "contract-without-buyer", "a"],
      ["error", "contract-without-buyer", "b"],
      ["error", "contract-without-buyer", "c"],
      ["warning", "price-below-cost", "b"],
      ["info", "contract-without-holder", "a"],
      ["info", "contract-without-holder", "b"],
      ["info", "contract-without-holder", "c"],
      ["info", "unnamed-element", "a"],
    ]);
  });
});

describe("a decision", () => {
  const accepted = (map: ReturnType<typeof buildMap>) =>
    checkMap(map.snapshot()).flatMap((finding) => (finding.accepted ? [finding.rule] : []));

  it("accepts the finding of its rule and subjects; it stays listed", () => {
    const map = twoContracts().decisions(decision({}));
    expect(accepted(map)).toEqual(["price-below-cost"]);
    expect(checkMap(map.snapshot())).toHaveLength(checkMap(twoContracts().snapshot()).length);
  });

  it("fits the set of subjects, in whatever order and however often each is named", () => {
    const map = buildMap()
      .organisation("y", "alliance")
      .contract("x", "nhs-standard")
      .relate("holds", "y", "x")
      .decisions(decision({ rule: "contract-held-by-non-entity", subjects: ["x", "y", "y"] }));
    expect(accepted(map)).toEqual(["contract-held-by-non-entity"]);
  });

  it("does not fit another rule, or fewer or more subjects", () => {
    expect(accepted(twoContracts().decisions(decision({ rule: "vat-leakage" })))).toEqual([]);
    expect(accepted(twoContracts().decisions(decision({ subjects: [] })))).toEqual([]);
    expect(accepted(twoContracts().decisions(decision({ subjects: ["a", "b"] })))).toEqual([]);
  });

  it("holds as long as the facts hold that it states", () => {
    const facts = { priceCeiling: 100, totalValue: 90 };
    expect(accepted(twoContracts().decisions(decision({ facts })))).toEqual(["price-below-cost"]);
    const other = { ...facts, totalValue: 89 };
    expect(accepted(twoContracts().decisions(decision({ facts: other })))).toEqual([]);
    expect(accepted(twoContracts().decisions(decision({ facts: {} })))).toEqual([]);
    expect(accepted(twoContracts().decisions(decision({ facts: { ...facts, more: true } })))).toEqual([]);
    const both = twoContracts().decisions(decision({ facts: other }), decision({ facts }));
    expect(accepted(both)).toEqual(["price-below-cost"]);
  });

  it("can accept whatever a finding itself hands out", () => {
    for (const finding of checkMap(twoContracts().snapshot())) {
      const map = twoContracts().decisions(
        decision({ rule: finding.rule, subjects: [...finding.subjects].sort(), facts: finding.facts }),
      );
      const again = checkMap(map.snapshot()).find(({ key }) => key === finding.key);
      expect(again?.accepted).toBe(true);
    }
  });
});

describe("a rule that throws", () => {
  const broken: Rule<"contract"> = {
    id: "broken-rule",
    title: "",
    summary: "",
    basis: "lesson",
    severities: ["info"],
    sources: [],
    regimes: ["england-2012"],
    on: "contract",
    why: "",
    check(contract, _view, report) {
      if (contract.id === "b") throw new Error("out of order");
      report({ severity: "info", subjects: [contract], message: "found" });
    },
  };

  it("becomes a finding of its own and hides neither its other findings nor other rules", () => {
    const findings = checkMap(twoContracts().snapshot(), [broken, ...RULES]);
    expect(findings.filter(({ rule }) => rule === "broken-rule").map(({ subjects }) => subjects)).toEqual([
      ["a"],
      ["c"],
    ]);
    const failed = findings.find(({ rule }) => rule === "rule-failed");
    expect(failed).toMatchObject({ severity: "warning", basis: "completeness", subjects: ["b"] });
    expect(failed?.message).toContain("“broken-rule”");
    expect(failed?.message).toContain("out of order");
    const others = findings.filter(({ rule }) => rule !== "broken-rule" && rule !== "rule-failed");
    expect(others.map(publicFinding)).toEqual(checkMap(twoContracts().snapshot()).map(publicFinding));
  });

  it("keeps the finding where only its fixes throw", () => {
    const rule: Rule<"map"> = {
      ...broken,
      on: "map",
      check: (_map, _view, report) => report({ severity: "error", subjects: [], message: "found" }),
      fixes() {
        throw new Error("no idea");
      },
    };
    const findings = checkMap(twoContracts().snapshot(), [rule]);
    expect(findings.map((finding) => [finding.rule, finding.fixes])).toEqual([["broken-rule", []]]);
  });

  it("can be accepted like any other finding, and has its own severity to set", () => {
    const map = twoContracts()
      .settings({ rules: { "rule-failed": "info" } })
      .decisions(decision({ rule: "rule-failed", subjects: ["b"] }));
    const failed = checkMap(map.snapshot(), [broken]).find(({ rule }) => rule === "rule-failed");
    expect(failed).toMatchObject({ severity: "info", accepted: true });
    const off = twoContracts().settings({ rules: { "rule-failed": "off" } });
    expect(checkMap(off.snapshot(), [broken]).map(({ rule }) => rule)).toEqual([
      "broken-rule",
      "broken-rule",
    ]);
  });

  it("is not run where it is switched off, or belongs to another regime", () => {
    const off = twoContracts().settings({ rules: { "broken-rule": "off" } });
    expect(checkMap(off.snapshot(), [broken])).toEqual([]);
    expect(checkMap(buildMap("england-2022").contract("b", "grant").snapshot(), [broken])).toEqual([]);
  });
});

it("publicFinding leaves exactly the public fields", () => {
  const map = twoContracts().decisions(decision({}));
  const [accepted] = checkMap(map.snapshot()).filter((finding) => finding.accepted);
  const [open] = checkMap(map.snapshot());
  if (!accepted || !open) throw new Error("nothing found");
  expect(Object.keys(publicFinding(accepted))).toEqual([
    "rule",
    "severity",
    "basis",
    "subjects",
    "message",
    "accepted",
  ]);
  expect(Object.keys(publicFinding(open))).toEqual(["rule", "severity", "basis", "subjects", "message"]);
});
