import type { TableColumn } from "../../shared/table/columns.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import { columnTotals } from "../../shared/table/totals.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./TableGrid.module.css";
import { TOTALS } from "./tableStore.ts";
import { totalsInWords } from "./totalsInWords.ts";

/** The last row: what the rows that are shown add up to, by what they state. */
export function GridTotals({
  columns,
  rows,
  place,
  activeColumn,
}: {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The row's place in the table, from 1. */
  readonly place: number;
  readonly activeColumn: string | undefined;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus.
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by the virtual list.
    <div role="row" aria-rowindex={place} className={classNames(styles.row, styles.totals)}>
      {columns.map((column, index) => {
        const text = index === 0 ? totalOf(rows.length) : totalsInWords(columnTotals(rows, column.id));
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have take these.
          <div
            key={column.id}
            role={index === 0 ? "rowheader" : "gridcell"}
            aria-colindex={index + 1}
            aria-readonly
            tabIndex={activeColumn === column.id ? 0 : -1}
            data-row={TOTALS}
            data-column={column.id}
            data-active={activeColumn === column.id ? "" : undefined}
            className={classNames(styles.cell, index === 0 && styles.first, column.isFigure && styles.figure)}
            style={{ width: `${column.widthPx}px` }}
            title={text}
          >
            <span className={styles.total}>{text}</span>
          </div>
        );
      })}
    </div>
  );
}

function totalOf(rows: number): string {
  return rows === 1 ? "Total of 1 row" : `Total of ${rows.toLocaleString("en-GB")} rows`;
}
