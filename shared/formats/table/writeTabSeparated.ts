import Papa from "papaparse/papaparse.min.js";

/**
 * Rows of cells as text that spreadsheets and word processors take as a table: tabs between cells, quotes where a cell needs
 * them.
 */
export function writeTabSeparated(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows, { delimiter: "\t", newline: "\r\n" });
}
