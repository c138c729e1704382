import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../../shared/document/snapshot.ts";
import { findingsToSarif, type SarifFile } from "../../../../shared/formats/findings/findingsToSarif.ts";
import { recordRegions } from "../../../../shared/formats/findings/recordRegions.ts";
import { LIBRARY } from "../../../../shared/library/library.ts";
import { MapFileError } from "../../../../shared/model/MapFileError.ts";
import type { SystemMap } from "../../../../shared/model/systemMap.ts";
import { writeMapFile } from "../../../../shared/model/writeMapFile.ts";
import { checkMap } from "../../../../shared/rules/checkMap.ts";
import { RULES } from "../../../../shared/rules/registry.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { sarifProblems } from "./sarifProblems.ts";

const terms = { rules: RULES, version: "1.2.3" };

function fileOf(map: SystemMap, uri = "maps/a.map.json"): SarifFile {
  const checked = { file: uri, map, findings: checkMap(snapshotOf(map)) };
  return { uri, checked, regions: recordRegions(writeMapFile(map)) };
}
function runOf(...files: readonly SarifFile[]) {
  const log = findingsToSarif(files, terms);
  expect(sarifProblems(JSON.parse(JSON.stringify(log)))).toEqual([]);
  const [run] = log.runs;
  if (!run) throw new Error("no run");
  return run;
}
const venture = () =>
  buildMap()
    .organisation("Vehicle", "joint-venture")
    .organisation("Parent", "nhs-trust")
    .contract("Head", "prime-provider")
    .relate("owns", "Parent", "Vehicle")
    .relate("holds", "Vehicle", "Head");

describe("findings as SARIF", () => {
  it("is refused by the schema where it is not SARIF: the schema is at work", () => {
    expect(sarifProblems({ version: "2.1.0" })).not.toEqual([]);
    expect(sarifProblems({ version: "2.1.0", runs: [{ tool: { driver: { name: 5 } } }] })).not.toEqual([]);
    const badUri = { tool: { driver: { name: "x", informationUri: "not a uri" } } };
    expect(sarifProblems({ version: "2.1.0", runs: [badUri] })).not.toEqual([]);
  });

  it.each(LIBRARY.map(({ name, map }) => [name, map] as const))("is valid for %s", (_name, map) => {
    const run = runOf(fileOf(map));
    expect(run.results).toHaveLength(checkMap(snapshotOf(map)).length);
  });

  it("names the tool and describes every rule that was asked, with nothing that points outside", () => {
    const { driver } = runOf(fileOf(venture().map())).tool;
    expect(driver).toMatchObject({ name: "Plumbline", semanticVersion: "1.2.3" });
    expect(driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    const rule = driver.rules.find(({ id }) => id === "missing-parent-guarantee");
    expect(rule?.shortDescription.text).toBe("No parent guarantee");
    expect(rule?.help.text).toContain("not legal advice");
    expect(JSON.stringify(driver)).not.toMatch(/https?:|helpUri/);
  });

  it("gives each finding its level, its words and the lines of its subjects", () => {
    const map = venture().map();
    const run = runOf(fileOf(map));
    const result = run.results.find(({ ruleId }) => ruleId === "missing-parent-guarantee");
    const lines = writeMapFile(map).split("\n");
    expect(result?.level).toBe("error");
    expect(run.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe("missing-parent-guarantee");
    expect(result?.message.text).toContain("Vehicle");
    const places = [...(result?.locations ?? []), ...(result?.relatedLocations ?? [])];
    expect(places.map(({ logicalLocations }) => logicalLocations?.[0]?.fullyQualifiedName)).toEqual([
      "Vehicle",
      "Head",
      "Parent",
    ]);
    for (const { physicalLocation, logicalLocations } of places) {
      expect(physicalLocation.artifactLocation).toEqual({ uri: "maps/a.map.json", index: 0 });
      const { startLine = 0, endLine = 0 } = physicalLocation.region ?? {};
      const text = lines.slice(startLine - 1, endLine).join("\n");
      expect(text).toContain(`"id": "${logicalLocations?.[0]?.fullyQualifiedName}"`);
      expect(text.match(/"id"/g)).toHaveLength(1);
    }
  });

  it.each([
    ["error", "error"],
    ["warning", "warning"],
    ["info", "note"],
  ] as const)("calls the severity %s the level %s", (severity, level) => {
    const map = buildMap()
      .organisation("Alone", "nhs-trust")
      .settings({ rules: { "isolated-element": severity } });
    const run = runOf(fileOf(map.map()));
    expect(run.results.map((result) => result.level)).toEqual([level]);
    const [override] = run.invocations[0]?.ruleConfigurationOverrides ?? [];
    expect(override?.descriptor.id).toBe("isolated-element");
    expect(override?.configuration).toEqual({ level });
  });

  it("says which rules the map switches off, and keeps quiet about rules that nobody has", () => {
    const map = buildMap().settings({ rules: { "isolated-element": "off", unheard: "error" } });
    const overrides = runOf(fileOf(map.map())).invocations[0]?.ruleConfigurationOverrides;
    expect(overrides).toHaveLength(1);
    expect(overrides?.[0]).toMatchObject({
      descriptor: { id: "isolated-element" },
      configuration: { enabled: false },
    });
  });

  it("suppresses what the room has accepted, with who, when and why", () => {
    const map = buildMap()
      .organisation("Alone", "nhs-trust")
      .organisation("Also alone", "nhs-trust")
      .decisions({
        rule: "isolated-element",
        subjects: ["Alone"],
        choice: "accepted",
        reason: "It joins next year.",
        by: "Chair",
        at: "2026-11-22T10:00:00Z",
        reviewBy: "2027-11-22",
      });
    expect(runOf(fileOf(map.map())).results.map(({ suppressions }) => suppressions)).toEqual([
      [
        {
          kind: "inSource",
          status: "accepted",
          justification:
            "Accepted by Chair on 22 November 2026: “It joins next year.”; to be looked at again by 22 November 2027.",
        },
      ],
      [],
    ]);
  });

  it("keeps several files apart", () => {
    const alone = buildMap().organisation("Alone", "nhs-trust").map();
    const run = runOf(
      fileOf(alone, "one.map.json"),
      { uri: "two.map.json", error: new MapFileError("The file is empty.", { line: 7 }) },
      fileOf(alone, "three%20maps.map.json"),
    );
    expect(run.artifacts.map(({ location }) => location.uri)).toEqual([
      "one.map.json",
      "two.map.json",
      "three%20maps.map.json",
    ]);
    expect(run.results.map(({ provenance }) => provenance.invocationIndex)).toEqual([0, 2]);
    expect(run.invocations.map(({ executionSuccessful }) => executionSuccessful)).toEqual([
      true,
      false,
      true,
    ]);
    expect(run.invocations[1]?.toolExecutionNotifications?.[0]).toMatchObject({
      level: "error",
      message: { text: "The file is empty." },
      locations: [{ physicalLocation: { artifactLocation: { index: 1 }, region: { startLine: 7 } } }],
    });
  });

  it("identifies a finding by rule and subjects, not by its wording", () => {
    const fingerprints = (name: string) =>
      runOf(fileOf(buildMap().organisation("o", "nhs-trust", { name }).map())).results.map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    expect(fingerprints("Before")).toEqual(fingerprints("After"));
  });

  it("lets no name make a link", () => {
    const map = buildMap().organisation("o", "nhs-trust", { name: "[click](https://example.org)" });
    const messages = runOf(fileOf(map.map())).results.flatMap(({ message, locations }) => [
      message.text,
      ...locations.map((location) => location.message?.text),
    ]);
    expect(messages).toHaveLength(2);
    for (const text of messages) expect(text).toMatch(/^\[click\] \(https:/);
  });

  it("describes findings that no rule of the catalogue makes", () => {
    const map = buildMap().organisation("o", "nhs-trust").map();
    const broken = {
      ...RULES[0],
      id: "broken",
      on: "organisation",
      regimes: ["england-2012"],
      check() {
        throw new Error("out of order");
      },
    } as unknown as (typeof RULES)[number];
    const checked = { file: "a", map, findings: checkMap(snapshotOf(map), [broken]) };
    const log = findingsToSarif([{ uri: "a", checked, regions: new Map() }], { rules: [], version: "1.0.0" });
    expect(sarifProblems(log)).toEqual([]);
    expect(log.runs[0]?.results[0]).toMatchObject({ ruleId: "rule-failed", ruleIndex: 0 });
    expect(log.runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual(["rule-failed"]);
  });
});
