import { TABLE_LIMITS } from "../../shared/formats/table/tableLimits.ts";
import type { Json } from "../../shared/model/field.ts";
import { type CellContent, cellContent } from "../../shared/table/cell.ts";
import type { TableColumn } from "../../shared/table/columns.ts";
import type { PlacedText, SpreadBlock } from "../../shared/table/spreadBlock.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import { contentText } from "./cellText.ts";
import type { NameBook } from "./NameBook.ts";
import { type NewRow, newRowFrom } from "./newRowFrom.ts";
import { readCell } from "./readCell.ts";
import { rowName } from "./rowWords.ts";
import type { TableModel } from "./useTableModel.ts";
import { isHeld } from "./writeCell.ts";

/** A cell that will be written. */
export interface PlannedChange {
  readonly row: TableRow;
  readonly content: CellContent;
  readonly value: Json | undefined;
}

/** A text that cannot be read as what its cell holds. */
export interface PasteProblem {
  /** The row and the column in words. */
  readonly where: string;
  readonly text: string;
  readonly problem: string;
  /** The field in whose cell the text can wait for its owner; undefined where there is no such cell. */
  readonly keepIn?: { readonly id: string; readonly field: string; readonly stored: string } | undefined;
}

/** What pasting a block would do. */
export interface PastePlan {
  readonly changes: readonly PlannedChange[];
  readonly added: readonly NewRow[];
  readonly problems: readonly PasteProblem[];
}

/** Reads the texts of a block as the values of the cells that they fall on. Nothing is written. */
export function planPaste(model: TableModel, spread: SpreadBlock): PastePlan {
  const changes: PlannedChange[] = [];
  const problems: PasteProblem[] = [];
  for (const { row: at, column, text } of spread.placed) {
    const row = model.rows[at];
    const shown = model.columns[column];
    if (row === undefined || shown === undefined) continue;
    const read = readPlaced(row, shown, text, model.names);
    if (read === undefined) continue;
    if ("problem" in read) problems.push(read);
    else changes.push(read);
  }
  for (const { text } of spread.outside)
    problems.push({ where: "Beyond the last column", text, problem: "There is no column here." });
  const added = newRows(model, spread.beyond);
  return {
    changes,
    added: added.flatMap((each) => ("row" in each ? [each.row] : [])),
    problems: [...problems, ...added.flatMap((each) => each.problems)],
  };
}

function readPlaced(
  row: TableRow,
  column: TableColumn,
  text: string,
  names: NameBook,
): PlannedChange | PasteProblem | undefined {
  const content = cellContent(row, column.id);
  // What is copied and pasted over itself changes nothing, whether or not the cell could be changed.
  if (text.trim() === contentText(content, names).trim()) return undefined;
  const reading = readCell(content, text, names);
  if (reading.ok) return isHeld(content, reading.value) ? undefined : { row, content, value: reading.value };
  return {
    where: `${rowName(row, names)}, ${column.label}`,
    text,
    problem: reading.problem,
    keepIn:
      content.kind === "field"
        ? { id: row.id, field: content.name, stored: contentText(content, names) }
        : undefined,
  };
}

function newRows(
  model: TableModel,
  beyond: readonly PlacedText[],
): readonly ({ row: NewRow; problems: readonly PasteProblem[] } | { problems: readonly PasteProblem[] })[] {
  const texts = new Map<number, Record<string, string>>();
  const leftOver: PasteProblem[] = [];
  for (const { row, column, text } of beyond) {
    const id = model.columns[column]?.id;
    if (id === undefined || text.trim() === "") continue;
    if (row >= TABLE_LIMITS.rows) leftOver.push(tooMany(text));
    else texts.set(row, { ...texts.get(row), [id]: text });
  }
  const made = [...texts].map(([, byColumn]) => newRowFrom(model, byColumn));
  return leftOver.length === 0 ? made : [...made, { problems: leftOver }];
}

function tooMany(text: string): PasteProblem {
  return {
    where: `Beyond ${TABLE_LIMITS.rows.toLocaleString("en-GB")} new rows`,
    text,
    problem: "One paste adds no more rows than that. Paste the rest after it.",
  };
}
