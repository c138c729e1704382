import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RuleExample } from "../../../scripts/ruleDocs/RuleExample.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";

const folder = new URL("../../../scripts/ruleDocs/examples/", import.meta.url);
const examples = await Promise.all(
  readdirSync(folder).map(async (file): Promise<[string, RuleExample]> => {
    const { example } = (await import(new URL(file, folder).href)) as { example: RuleExample };
    return [file.replace(/\.ts$/, ""), example];
  }),
);
const found = (map: SystemMap) => checkMap(snapshotOf(map)).map(({ rule, severity }) => ({ rule, severity }));

describe.each(examples)("the example of %s", (rule, { wrong, right, remedy }) => {
  it("shows the fault, and no other that must be fixed", () => {
    expect(found(wrong).map((finding) => finding.rule)).toContain(rule);
    const others = found(wrong).filter((finding) => finding.rule !== rule && finding.severity === "error");
    expect(others).toEqual([]);
  });

  it("shows how it is mended, with nothing that must be fixed", () => {
    expect(found(right).filter((finding) => finding.rule === rule || finding.severity === "error")).toEqual(
      [],
    );
    expect(remedy).toMatch(/\.$/);
  });

  it("is a map that can be read", () => {
    for (const map of [wrong, right]) expect(readMapFile(writeMapFile(map))).toEqual(map);
  });
});
