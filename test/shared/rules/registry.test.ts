import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../shared/rules/registry.ts";

const folder = new URL("../../../shared/rules/rules/", import.meta.url);
const tests = new URL("./rules/", import.meta.url);
const idsOf = (names: readonly string[], ending: string) =>
  names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe("the registry", () => {
  const ids = RULES.map(({ id }) => id).sort();

  it("lists every rule once, under the name of its file", () => {
    expect(ids).toEqual(idsOf(readdirSync(folder), ".ts"));
  });

  it("has a test for every rule", () => {
    expect(idsOf(readdirSync(tests), ".test.ts")).toEqual(ids);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s says what, why and on what grounds",
    (_id, rule) => {
      expect(rule.title).not.toBe("");
      expect(rule.summary).toMatch(/\.$/);
      expect(rule.why).toMatch(/\.$/);
      expect(rule.regimes.length).toBeGreaterThan(0);
      if (rule.basis !== "completeness") expect(rule.sources.length).toBeGreaterThan(0);
    },
  );
});
