import { describe, expect, it } from "vitest";
import { findingsReport, totals } from "../../../server/cli/findingsReport.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { CheckedMap } from "../../../shared/formats/findings/CheckedMap.ts";
import { LIBRARY } from "../../../shared/library/library.ts";
import { MapFileError } from "../../../shared/model/MapFileError.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { buildMap } from "../../support/buildMap.ts";

const PLAIN = { columns: 100, hasColour: false };
const checkedOf = (map: SystemMap, more: Partial<CheckedMap> = {}): CheckedMap => ({
  file: "a.map.json",
  map,
  findings: checkMap(snapshotOf(map)),
  ...more,
});
const reportOf = (map: SystemMap, screen = PLAIN) => findingsReport(checkedOf(map), screen);
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these set the colours
const withoutColour = (text: string) => text.replace(/\u001b\[\d+m/g, "");

describe("the report for a terminal", () => {
  it.each([40, 72, 100, 250])("keeps within %i columns, at most 100", (columns) => {
    for (const { map } of LIBRARY)
      for (const line of reportOf(map, { columns, hasColour: false }).split("\n"))
        if (line.trim().includes(" ")) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 100));
  });

  it("says the same with colour as without", () => {
    for (const { map } of LIBRARY) {
      const coloured = reportOf(map, { columns: 80, hasColour: true });
      expect(withoutColour(coloured)).toBe(reportOf(map, { columns: 80, hasColour: false }));
    }
  });

  it("begins with the map, the file, the Act, its day and the day of the map, and ends with the counts", () => {
    const map = buildMap("england-2022").asOf("2026-11-21").organisation("Alone", "nhs-trust").map();
    const lines = reportOf(map).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "Test map",
      "a.map.json",
      "Rules of England, Health and Care Act 2022. Checked to 21 November 2026; a Health Bill is before",
      "Parliament.",
      "As of 21 November 2026.",
      "",
    ]);
    expect(lines.slice(-3)).toEqual([
      "0 must fix, 0 should fix, 1 worth a look, 0 accepted.",
      "Possible problems to look into, not legal advice.",
      "",
    ]);
    expect(lines).toContain("i Worth a look (1)");
  });

  it("says what the map changes, and of each finding that it was weighed otherwise", () => {
    const map = buildMap()
      .organisation("Alone", "nhs-trust")
      .settings({ rules: { "isolated-element": "error" }, findingsShownTo: "facilitators" })
      .map();
    const report = reportOf(map);
    expect(report).toContain("Changed on this map: isolated-element (must fix).");
    expect(report).toContain("The rule book says “worth a look”; this map says “must fix”.");
    expect(report).toContain("On this map, findings are for facilitators only.");
    expect(report).toContain("✗ Must fix (1)");
  });

  it("gathers what one rule has found, and says once why it matters", () => {
    const map = buildMap().organisation("One", "nhs-trust").organisation("Two", "nhs-trust").map();
    const report = reportOf(map);
    expect(report.match(/^ {4}– (One|Two) is connected/gm)).toHaveLength(2);
    expect(report.match(/Why it matters/g)).toHaveLength(1);
    expect(report).toContain("Rule: isolated-element (completeness)");
  });

  it("lists what the room has accepted by itself, with who, when and why", () => {
    const map = buildMap()
      .organisation("One", "nhs-trust")
      .decisions({
        rule: "isolated-element",
        subjects: ["One"],
        choice: "accepted",
        reason: "It joins next year.",
        by: "Chair\u001b[31m",
        at: "2026-11-22",
      })
      .map();
    const report = reportOf(map);
    expect(report).toContain("✓ Accepted (1)");
    expect(report).toMatch(/Accepted by Chair.* on 22 November 2026: “It joins next year\.”\n/);
    expect(report).not.toContain("\u001b");
    expect(report).toContain("0 must fix, 0 should fix, 0 worth a look, 1 accepted.");
  });

  it("says that there are no findings", () => {
    expect(reportOf(buildMap().map())).toContain("\nNo findings.\n");
  });

  it("counts several files together", () => {
    const checked = checkedOf(buildMap().organisation("One", "nhs-trust").map());
    const results = [
      { file: "a", checked },
      { file: "b", checked },
      { file: "c", error: new MapFileError("It is empty.") },
    ];
    expect(totals(results, PLAIN)).toBe(
      "\n2 maps: 0 must fix, 0 should fix, 2 worth a look, 0 accepted.\n1 file could not be read.\n",
    );
  });
});
