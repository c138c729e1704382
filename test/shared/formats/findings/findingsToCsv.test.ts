import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../../shared/document/snapshot.ts";
import { findingsToCsv } from "../../../../shared/formats/findings/findingsToCsv.ts";
import { checkMap } from "../../../../shared/rules/checkMap.ts";
import { buildMap, type MapBuilder } from "../../../support/buildMap.ts";

const HEADINGS =
  "file,map,regime,as of,severity,basis,rule,title,message,subjects,subject ids,why it matters,happened before,sources,accepted by,accepted on,reason,review by";

function csvOf(builder: MapBuilder, file = "a.map.json", title = "Test map"): string {
  const map = { ...builder.map(), title };
  return findingsToCsv([{ file, map, findings: checkMap(snapshotOf(map)) }]);
}

/** Reads comma-separated values as RFC 4180 has them. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let rest = csv;
  while (rest !== "") {
    const row: string[] = [];
    for (;;) {
      const [found, quoted, plain, end = ""] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
      if (found === undefined) throw new Error(`not RFC 4180: ${rest.slice(0, 80)}`);
      row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
      rest = rest.slice(found.length);
      if (end !== ",") break;
    }
    rows.push(row);
  }
  return rows;
}

describe("findings as CSV", () => {
  it("has a row of headings, and a row per finding with as many cells", () => {
    const map = buildMap().asOf("2015-04-01").organisation("Alone", "nhs-trust").fund("Fund", "pooled");
    const [headings, ...rows] = parse(csvOf(map));
    expect(headings?.join(",")).toBe(HEADINGS);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toHaveLength(headings?.length ?? 0);
    expect(rows[0]?.slice(0, 11)).toEqual([
      "a.map.json",
      "Test map",
      "england-2012",
      "2015-04-01",
      "info",
      "completeness",
      "isolated-element",
      expect.any(String),
      expect.stringContaining("Alone"),
      "Alone",
      "Alone",
    ]);
  });

  it("has headings only where there are no findings", () => {
    expect(csvOf(buildMap())).toBe(`${HEADINGS}\r\n`);
  });

  it("quotes commas, quotation marks and line breaks, and ends lines as the standard says", () => {
    const name = 'St "Mary", the\nElder';
    const csv = csvOf(buildMap().organisation("o", "nhs-trust", { name }));
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv).toContain('"St ""Mary"", the\nElder"');
    expect(parse(csv)[1]?.[9]).toBe(name);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"])("disarms the formula %j", (name) => {
    const cells = parse(csvOf(buildMap().organisation("o", "nhs-trust", { name }), name, name))[1] ?? [];
    expect(cells[0]).toBe(`'${name}`);
    expect(cells[1]).toBe(`'${name}`);
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝]/);
  });

  it("leaves ordinary text as it is", () => {
    const name = "A−B = C @ D";
    expect(parse(csvOf(buildMap().organisation("o", "nhs-trust", { name })))[1]?.[9]).toBe(name);
  });

  it("says who accepted a finding, when and why", () => {
    const map = buildMap()
      .organisation("Alone", "nhs-trust")
      .decisions({
        rule: "isolated-element",
        subjects: ["Alone"],
        choice: "accepted",
        reason: "=later",
        by: "Chair",
        at: "2026-11-22",
        reviewBy: "2027-01-01",
      });
    expect(parse(csvOf(map))[1]?.slice(-4)).toEqual(["Chair", "2026-11-22", "'=later", "2027-01-01"]);
  });
});
