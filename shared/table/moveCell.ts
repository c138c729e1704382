/** A cell by its place: row −1 are the headings, the row after the last the totals where there are any. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  readonly hasTotals: boolean;
  /** How many rows Page Up and Page Down go. */
  readonly pageRows: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Where a key goes from a cell, as in a spreadsheet; undefined for a key that goes nowhere. It never leaves the grid. */
export function moveCell(
  from: CellPlace,
  { key, ctrlKey }: GridKey,
  extent: GridExtent,
): CellPlace | undefined {
  const { row, column } = from;
  const lastColumn = extent.columns - 1;
  const lastRow = extent.hasTotals ? extent.rows : extent.rows - 1;
  switch (key) {
    case "ArrowUp":
      return within({ row: ctrlKey ? 0 : row - 1, column }, extent, lastRow);
    case "ArrowDown":
      return within({ row: ctrlKey ? extent.rows - 1 : row + 1, column }, extent, lastRow);
    case "ArrowLeft":
      return within({ row, column: ctrlKey ? 0 : column - 1 }, extent, lastRow);
    case "ArrowRight":
      return within({ row, column: ctrlKey ? lastColumn : column + 1 }, extent, lastRow);
    case "Home":
      return within({ row: ctrlKey ? 0 : row, column: 0 }, extent, lastRow);
    case "End":
      return within({ row: ctrlKey ? extent.rows - 1 : row, column: lastColumn }, extent, lastRow);
    case "PageUp":
      return within({ row: Math.max(0, row - extent.pageRows), column }, extent, lastRow);
    case "PageDown":
      return within({ row: Math.min(extent.rows - 1, row + extent.pageRows), column }, extent, lastRow);
    default:
      return undefined;
  }
}

function within({ row, column }: CellPlace, extent: GridExtent, lastRow: number): CellPlace {
  return {
    row: Math.max(-1, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(extent.columns - 1, column)),
  };
}
