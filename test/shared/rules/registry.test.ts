import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SEVERITIES } from "../../../shared/model/systemMap.ts";
import { COMPARISON_RULES } from "../../../shared/rules/comparison/comparisonRules.ts";
import { RULES } from "../../../shared/rules/registry.ts";

const rules = new URL("../../../shared/rules/", import.meta.url);
const filesOf = (folder: URL, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
const idsOf = (listed: readonly { readonly id: string }[]) => listed.map(({ id }) => id).sort();
/** Rules are named by their ids, in words with hyphens; what serves them is named as code is. */
const isRule = (name: string) => name.includes("-");

describe("the registry", () => {
  it("lists every rule once, under the name of its file", () => {
    expect(idsOf(RULES)).toEqual(filesOf(new URL("rules/", rules), ".ts"));
    expect(idsOf(COMPARISON_RULES)).toEqual(filesOf(new URL("comparison/", rules), ".ts").filter(isRule));
  });

  it("has a test for every rule", () => {
    expect(filesOf(new URL("./rules/", import.meta.url), ".test.ts")).toEqual(idsOf(RULES));
    expect(filesOf(new URL("./comparison/", import.meta.url), ".test.ts").filter(isRule)).toEqual(
      idsOf(COMPARISON_RULES),
    );
  });

  it("gives no id twice", () => {
    const ids = idsOf([...RULES, ...COMPARISON_RULES]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each([...RULES, ...COMPARISON_RULES].map((rule) => [rule.id, rule] as const))(
    "%s says what, why and on what grounds",
    (_id, rule) => {
      expect(rule.title).not.toBe("");
      expect(rule.summary).toMatch(/\.$/);
      expect(rule.why).toMatch(/\.$/);
      expect(rule.regimes.length).toBeGreaterThan(0);
      expect(rule.severities.length).toBeGreaterThan(0);
      expect(rule.severities).toEqual(SEVERITIES.filter((severity) => rule.severities.includes(severity)));
      if (rule.basis !== "completeness") expect(rule.sources.length).toBeGreaterThan(0);
    },
  );
});
