import type { Block } from "./block.ts";

/** Where a block goes, counted in what is shown: rows and columns from 0. */
export interface PasteArea {
  readonly row: number;
  readonly column: number;
  /** How much is selected; a block is repeated over a selection that it fits into a whole number of times. */
  readonly rows: number;
  readonly columns: number;
}

export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface SpreadBlock {
  /** Texts for rows that are there. */
  readonly placed: readonly PlacedText[];
  /** Texts for rows beyond the last, `row` counted from 0 for the first new one. */
  readonly beyond: readonly PlacedText[];
  /** Texts for which there is no column. */
  readonly outside: readonly PlacedText[];
}

/** Lays a block over the cells of a table, as spreadsheets do. */
export function spreadBlock(
  block: Block,
  area: PasteArea,
  table: { readonly rows: number; readonly columns: number },
): SpreadBlock {
  const widest = block.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest === 0) return { placed: [], beyond: [], outside: [] };
  const rows = repeated(block.length, area.rows);
  const columns = repeated(widest, area.columns);
  const [placed, beyond, outside]: [PlacedText[], PlacedText[], PlacedText[]] = [[], [], []];
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const text = block[down % block.length]?.[across % widest];
      if (text === undefined) continue;
      const [row, column] = [area.row + down, area.column + across];
      if (column >= table.columns) {
        if (text.trim() !== "") outside.push({ row, column, text });
      } else if (row >= table.rows) beyond.push({ row: row - table.rows, column, text });
      else placed.push({ row, column, text });
    }
  }
  return { placed, beyond, outside };
}

function repeated(size: number, selected: number): number {
  return selected > size && selected % size === 0 ? selected : size;
}
