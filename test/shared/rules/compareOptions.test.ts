import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareOptions } from "../../../shared/rules/compareOptions.ts";
import { COMPARISON_RULES } from "../../../shared/rules/comparison/comparisonRules.ts";
import { RULES } from "../../../shared/rules/registry.ts";
import { buildMap } from "../../support/buildMap.ts";

const baseline = paid(10, 10);

function paid(trust: number, charity: number) {
  return buildMap()
    .organisation("CCG", "ccg")
    .organisation("Trust", "nhs-trust")
    .organisation("Charity", "voluntary-organisation")
    .relate("pays", "CCG", "Trust", { annualAmount: trust })
    .relate("pays", "CCG", "Charity", { annualAmount: charity });
}
const found = (option: ReturnType<typeof paid>) => compareOptions(baseline.snapshot(), option.snapshot());

describe("two options compared", () => {
  it("gives the findings of the option in the public order", () => {
    expect(found(paid(40, 5)).map(({ severity, rule, subjects }) => [severity, rule, ...subjects])).toEqual([
      ["warning", "provider-destabilised", "Charity"],
      ["info", "commissioner-cost-rises", "CCG"],
    ]);
  });

  it("is silent where nothing changes, and gives none of the findings about one map", () => {
    expect(found(paid(10, 10))).toEqual([]);
  });

  it("applies what the option sets and accepts", () => {
    const option = paid(40, 5)
      .settings({ rules: { "commissioner-cost-rises": "off", "provider-destabilised": "error" } })
      .decisions({
        rule: "provider-destabilised",
        subjects: ["Charity"],
        choice: "accepted",
        reason: "It closes its service.",
        by: "Chair",
        at: "2026-11-22",
      });
    expect(found(option)).toMatchObject([{ severity: "error", accepted: true }]);
  });

  it("goes on where a rule fails", () => {
    const [broken, ...others] = COMPARISON_RULES;
    if (!broken) throw new Error("no rules");
    const failing = {
      ...broken,
      compare() {
        throw new Error("broken");
      },
    };
    const findings = compareOptions(baseline.snapshot(), paid(40, 5).snapshot(), [failing, ...others]);
    expect(findings.map(({ rule }) => rule)).toEqual(["rule-failed", "commissioner-cost-rises"]);
  });
});

describe("the rules about two options", () => {
  const folder = (path: string) => readdirSync(new URL(path, import.meta.url));
  const ids = COMPARISON_RULES.map(({ id }) => id).sort();

  it("are listed once, each under the name of its file, with a test", () => {
    const isRule = (name: string) => /^[a-z]+(-[a-z0-9]+)+\.ts$/.test(name);
    const files = folder("../../../shared/rules/comparison/").filter(isRule);
    expect(files.map((name) => name.replace(".ts", "")).sort()).toEqual(ids);
    const tests = folder("./comparison/").filter((name) => name.endsWith(".test.ts"));
    expect(tests.map((name) => name.replace(".test.ts", "")).sort()).toEqual(ids);
    expect(RULES.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it.each(COMPARISON_RULES.map((rule) => [rule.id, rule] as const))("%s says what and why", (_id, rule) => {
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.sources.length).toBeGreaterThan(0);
  });
});
