import { columnOf, type TableKind } from "./columns.ts";
import { type TableGuess, unitsOf } from "./guessTable.ts";
import { NO_UNITS, type Units } from "./heading.ts";
import { type ReadCell, readCell } from "./readCell.ts";
import type { Grid } from "./readGrid.ts";

/** One row below the headings. */
export interface ReadRow {
  /** As it was pasted, counted from 1. */
  readonly number: number;
  /** One for each column of the grid; undefined where the column is left out. */
  readonly cells: readonly (ReadCell | undefined)[];
}

/** A table, read as what it is taken for. */
export interface ReadTable {
  readonly kind: TableKind;
  readonly columns: readonly (string | undefined)[];
  readonly rows: readonly ReadRow[];
}

/** Cells that somebody has corrected, by {@link cellKey}. */
export type Corrections = ReadonlyMap<string, string>;

/** Names a cell by the number of its row, counted from 1, and the index of its column. */
export function cellKey(rowNumber: number, column: number): string {
  return `${rowNumber}/${column}`;
}

/** Reads the rows of a grid below its headings. */
export function readTable(grid: Grid, guess: TableGuess): ReadTable {
  const { kind, columns, headingRow } = guess;
  const units = unitsOf(grid, headingRow);
  const first = headingRow === undefined ? 0 : headingRow + 1;
  const rows = grid.rows
    .slice(first)
    .map((row, below) => readRow(row, first + below + 1, guess, units, NO_CORRECTIONS));
  return { kind, columns, rows };
}

/** The same table with what has been corrected in the place of what was pasted; rows without a correction stay the same. */
export function correctTable(
  table: ReadTable,
  grid: Grid,
  guess: TableGuess,
  corrections: Corrections,
): ReadTable {
  if (corrections.size === 0) return table;
  const units = unitsOf(grid, guess.headingRow);
  const corrected = new Set([...corrections.keys()].map((key) => Number.parseInt(key, 10)));
  return {
    ...table,
    rows: table.rows.map((row) =>
      corrected.has(row.number)
        ? readRow(grid.rows[row.number - 1] ?? [], row.number, guess, units, corrections)
        : row,
    ),
  };
}

const NO_CORRECTIONS: Corrections = new Map();

function readRow(
  row: readonly string[],
  number: number,
  { kind, columns }: TableGuess,
  units: readonly Units[],
  corrections: Corrections,
): ReadRow {
  return {
    number,
    cells: row.map((raw, index) => {
      const column = columnOf(kind, columns[index]);
      const text = corrections.get(cellKey(number, index)) ?? raw;
      return column === undefined ? undefined : readCell(column, text, units[index] ?? NO_UNITS);
    }),
  };
}

/** The cell of a row in the column that holds this. */
export function cellAt({ columns }: ReadTable, row: ReadRow, key: string): ReadCell | undefined {
  const index = columns.indexOf(key);
  return index === -1 ? undefined : row.cells[index];
}
