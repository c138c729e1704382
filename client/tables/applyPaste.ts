import { isRelation } from "../../shared/table/TableRow.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { newElementType, spotsForMany } from "./newRecords.ts";
import { withChanges } from "./newRowFrom.ts";
import type { PastePlan } from "./planPaste.ts";
import { forgetDraft, keepAsDraft } from "./TextCellEditor.tsx";
import type { TableModel } from "./useTableModel.ts";
import { writeCell } from "./writeCell.ts";

/**
 * Writes what a paste can write, as one step of the history. What could not be read waits in its cell, where it has one.
 * @param label what the history calls the step.
 */
export function applyPaste(session: MapSession, model: TableModel, plan: PastePlan, label: string): void {
  const type = newElementType(model.id);
  const elements = plan.added.filter(({ row }) => !isRelation(row.record));
  const spots = type === undefined ? [] : spotsForMany(session, type, elements.length);
  const labelBefore = session.history.state.undoLabel;
  session.perform(label, (editor) => {
    for (const { row, content, value } of plan.changes) writeCell(editor, row, content, value);
    let placed = 0;
    for (const { row, changes } of plan.added) {
      const record = withChanges(row.record, changes);
      if (isRelation(record)) editor.addRelation(record);
      else {
        editor.addElement({ ...record, position: spots[placed] ?? record.position });
        placed += 1;
      }
      for (const { content, value } of changes)
        if (content.kind === "organisations") writeCell(editor, row, content, value);
    }
  });
  for (const { keepIn, text } of plan.problems)
    if (keepIn !== undefined) keepAsDraft(session.id, keepIn.id, keepIn.field, text.trim(), keepIn.stored);
  forgetWhenUndone(session, label, labelBefore, plan.problems);
}

/** Undoing the paste takes back the texts that wait in cells, too, where nobody has typed over them. */
function forgetWhenUndone(
  session: MapSession,
  label: string,
  labelBefore: string | undefined,
  problems: PastePlan["problems"],
): void {
  if (session.history.state.undoLabel !== label) return;
  const stop = session.history.subscribe(() => {
    const { undoLabel, redoLabel } = session.history.state;
    if (redoLabel !== label || undoLabel !== labelBefore) return;
    stop();
    for (const { keepIn, text } of problems)
      if (keepIn !== undefined) forgetDraft(session.id, keepIn.id, keepIn.field, text.trim());
  });
}

/** What a paste did or would do, in words: "12 cells and 3 new rows". */
export function planInWords({ changes, added }: Pick<PastePlan, "changes" | "added">): string {
  const cells = counted(changes.length, "cell");
  const rows = counted(added.length, "new row");
  if (added.length === 0) return cells;
  return changes.length === 0 ? rows : `${cells} and ${rows}`;
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString("en-GB")} ${word}${count === 1 ? "" : "s"}`;
}
