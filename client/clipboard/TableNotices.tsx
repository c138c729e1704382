import { Info } from "lucide-react";
import type { TableGuess } from "../../shared/formats/table/guessTable.ts";
import type { Grid } from "../../shared/formats/table/readGrid.ts";
import type { ReadTable } from "../../shared/formats/table/readTable.ts";
import { TABLE_LIMITS } from "../../shared/formats/table/tableLimits.ts";
import { formatCount } from "../../shared/model/money.ts";
import styles from "./PasteDialog.module.css";

/** Says what of a table is not taken as a whole, and why. */
export function TableNotices({
  grid,
  guess,
  table,
}: {
  readonly grid: Grid;
  readonly guess: TableGuess;
  readonly table: ReadTable;
}) {
  const notices = noticesFor(grid, guess, table);
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {notices.map((notice) => (
        <li key={notice}>
          <Info aria-hidden />
          {notice}
        </li>
      ))}
    </ul>
  );
}

function noticesFor(grid: Grid, { headingRow }: TableGuess, table: ReadTable): readonly string[] {
  const taken = formatCount(table.rows.length);
  return [
    ...(grid.cutRows > 0
      ? [
          `The first ${taken} of ${formatCount(table.rows.length + grid.cutRows)} rows are taken: more cards at once would slow the map down for everybody on it. Paste the others afterwards, best on a map of their own.`,
        ]
      : []),
    ...(grid.cutColumns > 0
      ? [`The first ${TABLE_LIMITS.columns} columns are read; ${grid.cutColumns} more are left out.`]
      : []),
    ...(headingRow !== undefined && headingRow > 0
      ? [`What stands above the headings (${headingRow} ${headingRow === 1 ? "row" : "rows"}) is left out.`]
      : []),
  ];
}
