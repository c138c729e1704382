import { describe, expect, it } from "vitest";
import { readBlock } from "../../../shared/table/block.ts";
import { cellContent } from "../../../shared/table/cell.ts";
import { tableColumns } from "../../../shared/table/columns.ts";
import { moveCell } from "../../../shared/table/moveCell.ts";
import { compareSortValues, sortValue } from "../../../shared/table/sortValue.ts";
import { spreadBlock } from "../../../shared/table/spreadBlock.ts";
import { tableRows } from "../../../shared/table/tableRows.ts";
import { TABLES } from "../../../shared/table/tables.ts";
import { columnTotals } from "../../../shared/table/totals.ts";
import { MapBuilder } from "../../support/buildMap.ts";

const map = new MapBuilder("england-2022")
  .organisation("ICB", "icb")
  .organisation("Trust", "nhs-trust")
  .contract("Stated", "nhs-standard", { annualValue: 1_000_000 })
  .contract("Derivable", "nhs-standard", { totalValue: 600_000, termMonths: 24 })
  .contract("Silent", "nhs-standard")
  .fund("Pool", "pooled", { annualAmount: 5_000 })
  .relate("commissions", "ICB", "Stated")
  .relate("holds", "Trust", "Stated")
  .relate("pays", "ICB", "Trust", { annualAmount: 70 })
  .relate("member", "Trust", "ICB")
  .relate("owns", "ICB", "Trust", { percent: 50 })
  .map();

describe("rows and cells", () => {
  it("puts every record under the table that it belongs to", () => {
    expect(TABLES.map((table) => tableRows(table, map).map(({ id }) => id))).toEqual([
      ["ICB", "Trust"],
      ["Stated", "Derivable", "Silent"],
      ["pays-1", "Pool"],
      ["member-1", "owns-1"],
      ["commissions-1", "holds-1", "pays-1", "member-1", "owns-1"],
    ]);
  });

  it("knows who buys and who holds a contract", () => {
    const [stated] = tableRows("contracts", map);
    if (stated === undefined) throw new Error("No row.");
    expect(cellContent(stated, "commissions")).toMatchObject({ ids: ["ICB"] });
    expect(cellContent(stated, "holds")).toMatchObject({ ids: ["Trust"] });
  });

  it("tells what does not apply from what is not stated", () => {
    const [member, owns] = tableRows("members", map);
    if (member === undefined || owns === undefined) throw new Error("No rows.");
    expect(cellContent(member, "percent")).toEqual({ kind: "none" });
    expect(cellContent(owns, "percent")).toMatchObject({ kind: "field", value: 50 });
    expect(cellContent(owns, "source")).toMatchObject({ kind: "field", value: undefined });
  });

  it("has a column for every field of what stands in a table, once", () => {
    for (const table of TABLES) {
      const ids = tableColumns(table).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(tableColumns("contracts").map(({ id }) => id)).toEqual(
      expect.arrayContaining(["returnRight", "priceCeiling", "consultation", "place", "notes"]),
    );
  });
});

describe("totals", () => {
  it("add up what is stated and nothing else", () => {
    expect(columnTotals(tableRows("contracts", map), "annualValue")).toEqual([
      {
        type: "contract",
        statedPounds: 1_000_000,
        stated: 1,
        derivable: 1,
        derivedPounds: 300_000,
        notStated: 1,
      },
    ]);
  });

  it("never add what is paid to what lies in funds", () => {
    const totals = columnTotals(tableRows("money", map), "annualAmount");
    expect(totals.map(({ type, statedPounds }) => [type, statedPounds])).toEqual([
      ["pays", 70],
      ["fund", 5_000],
    ]);
  });

  it("are none for words, limits and net assets", () => {
    for (const column of ["name", "limit", "netAssets"])
      expect(columnTotals(tableRows("organisations", map), column)).toEqual([]);
  });
});

it("sorts by figures, also derived ones, and leaves what is not stated to the end", () => {
  const values = tableRows("contracts", map).map((row) => sortValue(row, "annualValue", () => ""));
  expect(values).toEqual([1_000_000, 300_000, undefined]);
  expect(compareSortValues("Ward 9", "Ward 10")).toBeLessThan(0);
  expect(compareSortValues(9, 10)).toBeLessThan(0);
});

describe("readBlock", () => {
  it.each([
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["one", [["one"]]],
    ["a\t\tb", [["a", "", "b"]]],
    ["\n\nx", [[""], [""], ["x"]]],
    ['"two\nlines"\tb', [["two\nlines", "b"]]],
    ['"say ""hello"""\tb', [['say "hello"', "b"]]],
    ['"quoted" name\tb', [['"quoted" name', "b"]]],
    ['a "b" c', [['a "b" c']]],
  ])("%j", (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });
});

describe("spreadBlock", () => {
  const table = { rows: 3, columns: 2 };
  it("tells the rows that are there from new ones, and drops nothing", () => {
    const block = [["a", "b", "c"], ["d"], ["e", "f"]];
    const spread = spreadBlock(block, { row: 2, column: 1, rows: 1, columns: 1 }, table);
    expect(spread.placed).toEqual([{ row: 2, column: 1, text: "a" }]);
    expect(spread.beyond).toEqual([
      { row: 0, column: 1, text: "d" },
      { row: 1, column: 1, text: "e" },
    ]);
    expect(spread.outside.map(({ text }) => text)).toEqual(["b", "c", "f"]);
  });

  it("repeats a block over a selection that it fits into", () => {
    const one = spreadBlock([["x"]], { row: 0, column: 0, rows: 3, columns: 2 }, table);
    expect(one.placed).toHaveLength(6);
    const odd = spreadBlock([["x"], ["y"]], { row: 0, column: 0, rows: 3, columns: 1 }, table);
    expect(odd.placed.map(({ text }) => text)).toEqual(["x", "y"]);
  });
});

describe("moveCell", () => {
  const extent = { rows: 10, columns: 4, hasTotals: true, pageRows: 5 };
  it.each([
    ["ArrowUp", false, { row: 0, column: 1 }, { row: -1, column: 1 }],
    ["ArrowUp", false, { row: -1, column: 1 }, { row: -1, column: 1 }],
    ["ArrowDown", false, { row: 9, column: 1 }, { row: 10, column: 1 }],
    ["ArrowDown", true, { row: 2, column: 1 }, { row: 9, column: 1 }],
    ["ArrowRight", false, { row: 2, column: 3 }, { row: 2, column: 3 }],
    ["Home", true, { row: 7, column: 3 }, { row: 0, column: 0 }],
    ["End", false, { row: 7, column: 0 }, { row: 7, column: 3 }],
    ["PageDown", false, { row: 7, column: 0 }, { row: 9, column: 0 }],
    ["PageUp", false, { row: 3, column: 0 }, { row: 0, column: 0 }],
  ] as const)("%s, with Control: %s", (key, ctrlKey, from, to) => {
    expect(moveCell(from, { key, ctrlKey }, extent)).toEqual(to);
  });

  it("leaves other keys alone", () => {
    expect(moveCell({ row: 0, column: 0 }, { key: "Tab", ctrlKey: false }, extent)).toBeUndefined();
  });
});
