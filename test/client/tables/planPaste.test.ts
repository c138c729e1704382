import { afterEach, describe, expect, it } from "vitest";
import { applyPaste, planInWords } from "../../../client/tables/applyPaste.ts";
import { cellText } from "../../../client/tables/cellText.ts";
import { GridShape } from "../../../client/tables/GridShape.ts";
import { planFor, selectedTexts } from "../../../client/tables/gridEdits.ts";
import { NameBook } from "../../../client/tables/NameBook.ts";
import { keepAsDraft } from "../../../client/tables/TextCellEditor.tsx";
import type { TableLook } from "../../../client/tables/tableStore.ts";
import type { TableModel } from "../../../client/tables/useTableModel.ts";
import { readBlock } from "../../../shared/table/block.ts";
import { tableColumns } from "../../../shared/table/columns.ts";
import { tableRows } from "../../../shared/table/tableRows.ts";
import type { TableId } from "../../../shared/table/tables.ts";
import { MapBuilder } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";
import { draftTexts, resetDrafts } from "./drafts.ts";

afterEach(resetDrafts);

function open(): TestSession {
  return new TestSession(
    new MapBuilder("england-2022")
      .organisation("ICB", "icb")
      .organisation("Trust", "nhs-trust")
      .organisation("Twin", "other")
      .organisation("twin", "other")
      .contract("Care", "nhs-standard", { annualValue: 5, services: ["acute", "urgent"], advertised: true })
      .relate("commissions", "ICB", "Care")
      .relate("pays", "ICB", "Trust", { annualAmount: 70 })
      .map(),
  );
}

/** The table as it stands, with these columns and this cell current. */
function shapeOf(
  session: TestSession,
  table: TableId,
  columns: readonly string[],
  active?: string,
): GridShape {
  const { map, elementById } = session.snapshots.get();
  const rows = tableRows(table, map);
  const cell = { row: active ?? rows[0]?.id ?? "", column: columns[0] ?? "" };
  const look: TableLook = { sorting: [], values: {}, search: "", columns: {}, active: cell, anchor: cell };
  const model: TableModel = {
    id: table,
    look,
    columns: columns.flatMap((id) => tableColumns(table).filter((column) => column.id === id)),
    rows,
    allRows: rows,
    rowById: new Map(rows.map((row) => [row.id, row])),
    names: new NameBook(map.elements, elementById),
  };
  return new GridShape(model, false);
}

function pasteInto(session: TestSession, shape: GridShape, text: string) {
  const plan = planFor(shape, readBlock(text));
  applyPaste(session, shape.model, plan, `Paste ${planInWords(plan)}`);
  return plan;
}

describe("pasting a block", () => {
  it("reads figures, choices, lists, dates and names as they are written, as one step", () => {
    const session = open();
    const columns = [
      "name",
      "kind",
      "annualValue",
      "start",
      "termMonths",
      "services",
      "advertised",
      "commissions",
    ];
    const text =
      "Care home beds\tSub-contract\t£1.2m\t1 April 2026\t5 years\tCommunity, Older people\tno\ttrust; ICB";
    const plan = pasteInto(session, shapeOf(session, "contracts", columns), text);
    expect(plan.problems).toEqual([]);
    expect(session.element("Care")).toMatchObject({
      name: "Care home beds",
      kind: "sub-contract",
      annualValue: 1_200_000,
      start: "2026-04-01",
      termMonths: 60,
      services: ["community", "older-people"],
      advertised: false,
    });
    const buyers = () =>
      session.snapshots
        .get()
        .map.relations.filter(({ type }) => type === "commissions")
        .map(({ from }) => from)
        .sort();
    expect(buyers()).toEqual(["ICB", "Trust"]);
    session.undo();
    expect(session.element("Care")).toMatchObject({ name: "Care", annualValue: 5 });
    expect(buyers()).toEqual(["ICB"]);
  });

  it("that is undone takes the texts that wait in cells with it, but for those that somebody has typed over", () => {
    const session = open();
    const shape = shapeOf(session, "organisations", ["name", "annualIncome"]);
    session.perform("Name", (editor) => editor.setField("twin", "name", "Twin B"));
    pasteInto(session, shape, "Board\tplenty\nRoyal\tlots");
    expect(draftTexts()).toEqual(["plenty", "lots"]);
    keepAsDraft(session.id, "Trust", "annualIncome", "lots and lots", "");
    session.undo();
    expect(draftTexts()).toEqual(["lots and lots"]);
    expect(session.element("ICB")?.name).toBe("ICB");
  });

  it("makes new rows of what goes beyond the last, and keeps apart what cannot be read", () => {
    const session = open();
    const columns = ["name", "kind", "annualIncome"];
    const shape = shapeOf(session, "organisations", columns, "twin");
    const plan = pasteInto(
      session,
      shape,
      "Twin B\tother\t2m\nNew one\tGP practice\tplenty\nNew two\trubbish\t90k",
    );
    expect(plan.problems.map(({ where, text }) => [where, text])).toEqual([
      ["A new row, Annual income", "plenty"],
      ["A new row, Kind", "rubbish"],
    ]);
    const { elements } = session.snapshots.get().map;
    expect(elements.find(({ name }) => name === "New one")).toMatchObject({ kind: "gp-practice" });
    expect(elements.find(({ name }) => name === "New two")).toMatchObject({
      kind: "other",
      annualIncome: 90_000,
    });
    expect(draftTexts().sort()).toEqual(["plenty", "rubbish"]);
    session.undo();
    expect(session.snapshots.get().map.elements.some(({ name }) => name.startsWith("New"))).toBe(false);
  });

  it("joins two by their names in a new row of money, and says who is not on the map", () => {
    const session = open();
    const shape = shapeOf(session, "money", ["what", "from", "to", "annualAmount"]);
    const block = "Payment\tICB\tTrust\t£70\nPayment\tTrust\tICB\t3m\nPayment\tICB\tNobody\t4m";
    const plan = pasteInto(session, shape, block);
    expect(plan.changes).toEqual([]);
    const payments = session.snapshots.get().map.relations.filter(({ type }) => type === "pays");
    expect(payments).toEqual([
      expect.objectContaining({ from: "ICB", to: "Trust", annualAmount: 70 }),
      expect.objectContaining({ from: "Trust", to: "ICB", annualAmount: 3_000_000 }),
    ]);
    expect(plan.problems).toEqual([
      expect.objectContaining({
        text: "Payment\tICB\tNobody\t4m",
        problem: expect.stringContaining("“Nobody”"),
      }),
    ]);
  });

  it("guesses nothing where two have the same name, and changes no end of a connection", () => {
    const session = open();
    const held = planFor(shapeOf(session, "contracts", ["holds"]), [["Twin"]]);
    expect(held.problems[0]?.problem).toContain("More than one organisation");
    const ends = planFor(shapeOf(session, "money", ["from"]), [["Trust"]]);
    expect(ends.problems[0]?.problem).toContain("cannot be changed");
  });

  it("takes 2,000 new rows at once and leaves the rest to be pasted after", () => {
    const session = open();
    const shape = shapeOf(session, "organisations", ["name"], "twin");
    const many = Array.from({ length: 5_000 }, (_, index) => [`Body ${index}`]);
    const plan = planFor(shape, many);
    expect(plan.added).toHaveLength(2_000);
    expect(plan.problems).toHaveLength(5_000 - 2_001);
  });

  it("changes nothing where cells are pasted over themselves", () => {
    const session = open();
    for (const table of ["organisations", "contracts", "money"] as const) {
      const shape = shapeOf(
        session,
        table,
        tableColumns(table).map(({ id }) => id),
      );
      const { rows, columns, names } = shape.model;
      const texts = rows.map((row) => columns.map(({ id }) => cellText(row, id, names)));
      expect(planFor(shape, texts)).toEqual({ changes: [], added: [], problems: [] });
      expect(selectedTexts(shape)).toHaveLength(1);
    }
  });
});
