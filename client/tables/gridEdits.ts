import type { Block } from "../../shared/table/block.ts";
import { cellContent } from "../../shared/table/cell.ts";
import { spreadBlock } from "../../shared/table/spreadBlock.ts";
import { tableKind } from "../../shared/table/tables.ts";
import { columnTotals } from "../../shared/table/totals.ts";
import { announce } from "../panels/panelStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { applyPaste, planInWords } from "./applyPaste.ts";
import { cellText } from "./cellText.ts";
import { isEditable } from "./GridCell.tsx";
import type { GridShape } from "./GridShape.ts";
import { type PastePlan, planPaste } from "./planPaste.ts";
import { readCell } from "./readCell.ts";
import { rowName } from "./rowWords.ts";
import { goToCell } from "./tableStore.ts";
import { totalsInWords } from "./totalsInWords.ts";
import { isHeld, writeCell } from "./writeCell.ts";

/** The selected cells as texts; of the headings their words, of the totals theirs. */
export function selectedTexts(shape: GridShape): Block {
  const { top, bottom, left, right } = shape.selection();
  const { columns, rows, names } = shape.model;
  const across = columns.slice(left, right + 1);
  if (top < 0) return [across.map(({ label }) => label)];
  if (!shape.isData(top)) return [across.map(({ id }) => totalsInWords(columnTotals(rows, id)))];
  return rows.slice(top, bottom + 1).map((row) => across.map(({ id }) => cellText(row, id, names)));
}

/** Takes away what the selected cells hold, as one step; what must have a value keeps it. */
export function clearSelected(session: MapSession, shape: GridShape): void {
  const { top, bottom, left, right } = shape.selection();
  const { columns, rows, names } = shape.model;
  if (!shape.isData(top)) return;
  const cells = rows
    .slice(top, bottom + 1)
    .flatMap((row) =>
      columns.slice(left, right + 1).map(({ id }) => ({ row, content: cellContent(row, id) })),
    );
  let kept = 0;
  const cleared = cells.flatMap(({ row, content }) => {
    if (!isEditable(content)) {
      if (content.kind !== "none") kept += 1;
      return [];
    }
    const reading = readCell(content, "", names);
    if (!reading.ok) kept += 1;
    return reading.ok && !isHeld(content, reading.value) ? [{ row, content, value: reading.value }] : [];
  });
  if (cleared.length > 0)
    session.perform(`Clear ${cleared.length === 1 ? "a cell" : `${cleared.length} cells`}`, (editor) => {
      for (const { row, content, value } of cleared) writeCell(editor, row, content, value);
    });
  const words = cleared.length === 1 ? "1 cell cleared." : `${cleared.length} cells cleared.`;
  announce(kept === 0 ? words : `${words} ${kept} cannot be left empty.`);
}

/** What pasting a block at the selected cells would do. */
export function planFor(shape: GridShape, block: Block): PastePlan {
  const { top, bottom, left, right } = shape.selection();
  const { rows, columns } = shape.model;
  const isBelow = !shape.isData(top);
  const area = {
    row: top < 0 ? 0 : top,
    column: left,
    rows: isBelow ? 1 : bottom - top + 1,
    columns: right - left + 1,
  };
  return planPaste(shape.model, spreadBlock(block, area, { rows: rows.length, columns: columns.length }));
}

/** Writes a planned paste and says what became of it. */
export function paste(session: MapSession, shape: GridShape, plan: PastePlan, verb: "Paste" | "Fill"): void {
  const words = planInWords(plan);
  if (plan.changes.length + plan.added.length > 0 || plan.problems.length > 0)
    applyPaste(session, shape.model, plan, `${verb} ${words}`);
  const left = plan.problems.length;
  announce(
    left === 0
      ? `${verb === "Paste" ? "Pasted" : "Filled"}: ${words}.`
      : `Pasted: ${words}. ${left} could not be read.`,
  );
}

/** Copies the first of the selected rows into those below it. */
export function planFillDown(shape: GridShape): PastePlan | undefined {
  const { top, bottom } = shape.selection();
  const [first] = selectedTexts(shape);
  if (!shape.isData(top) || bottom === top || first === undefined) return undefined;
  return planFor(shape, [first]);
}

/** Deletes the selected rows, as one step. */
export function deleteSelectedRows(session: MapSession, shape: GridShape): void {
  const { top, bottom } = shape.selection();
  const { rows, names, id } = shape.model;
  const deleted = shape.isData(top) ? rows.slice(top, bottom + 1) : [];
  const [first] = deleted;
  if (first === undefined) return;
  const what = deleted.length === 1 ? rowName(first, names) : `${deleted.length} ${tableKind(id).rowsWord}`;
  const next = rows[bottom + 1] ?? rows[top - 1];
  const column = shape.addressOf(shape.activePlace())?.column;
  if (next !== undefined && column !== undefined) goToCell(id, { row: next.id, column });
  session.perform(`Delete ${what}`, (editor) => editor.remove(deleted.map((row) => row.id)));
  announce(`Deleted ${what}.`);
}
