import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ComparisonExample, RuleExample } from "../../../scripts/ruleDocs/RuleExample.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { compareOptions } from "../../../shared/rules/compareOptions.ts";

const folder = new URL("../../../scripts/ruleDocs/examples/", import.meta.url);
const examples = await examplesIn<RuleExample>(folder);
const comparisons = await examplesIn<ComparisonExample>(new URL("comparison/", folder));

async function examplesIn<E>(within: URL): Promise<readonly (readonly [string, E])[]> {
  const files = readdirSync(within).filter((name) => name.endsWith(".ts"));
  return Promise.all(
    files.map(async (file) => {
      const { example } = (await import(new URL(file, within).href)) as { example: E };
      return [file.replace(/\.ts$/, ""), example] as const;
    }),
  );
}

const found = (map: SystemMap) => checkMap(snapshotOf(map)).map(({ rule, severity }) => ({ rule, severity }));
const mustFix = (map: SystemMap) => found(map).filter(({ severity }) => severity === "error");

describe.each(examples)("the example of %s", (rule, { wrong, right, remedy }) => {
  it("shows the fault, and no other that must be fixed", () => {
    expect(found(wrong).map((finding) => finding.rule)).toContain(rule);
    expect(mustFix(wrong).filter((finding) => finding.rule !== rule)).toEqual([]);
  });

  it("shows how it is mended, with nothing that must be fixed", () => {
    expect(found(right).map((finding) => finding.rule)).not.toContain(rule);
    expect(mustFix(right)).toEqual([]);
    expect(remedy).toMatch(/\.$/);
  });

  it("is a map that can be read", () => {
    for (const map of [wrong, right]) expect(readMapFile(writeMapFile(map))).toEqual(map);
  });
});

describe.each(comparisons)("the example of %s", (rule, { baseline, wrong, right, remedy }) => {
  const compared = (option: SystemMap) =>
    compareOptions(snapshotOf(baseline), snapshotOf(option)).map((finding) => finding.rule);

  it("shows an option with the fault, and with no other of its sort", () => {
    expect(compared(wrong)).toEqual([rule]);
  });

  it("shows an option without any", () => {
    expect(compared(right)).toEqual([]);
    expect(right).not.toEqual(baseline);
    expect(remedy).toMatch(/\.$/);
  });

  it("has maps that can be read, with nothing that must be fixed", () => {
    for (const map of [baseline, wrong, right]) {
      expect(readMapFile(writeMapFile(map))).toEqual(map);
      expect(mustFix(map)).toEqual([]);
    }
  });
});
