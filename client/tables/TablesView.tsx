import { useId, useMemo, useState } from "react";
import { TABLES, type TableId, tableKind } from "../../shared/table/tables.ts";
import { columnTotals } from "../../shared/table/totals.ts";
import { useLookSession } from "../history/lookStore.ts";
import { PrintHead } from "../print/PrintHead.tsx";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import spoken from "../ui/spoken.module.css";
import { Tabs } from "../ui/Tabs.tsx";
import { AddRowBar } from "./AddRowBar.tsx";
import { GridShape } from "./GridShape.ts";
import { TableGrid } from "./TableGrid.tsx";
import styles from "./TablesView.module.css";
import { TableToolbar } from "./TableToolbar.tsx";
import { showTable, useTableStore } from "./tableStore.ts";
import { beginAtSelected, useCurrentRowOnMap } from "./useCurrentRowOnMap.ts";
import { useTableModel } from "./useTableModel.ts";

/** The map as tables. */
export function TablesView() {
  const { snapshots } = useSession();
  // Before anything is drawn: the table of last time would say that its current row is selected now.
  useState(() => beginAtSelected(snapshots.get().map));
  const table = useTableStore((state) => state.table);
  return (
    <section className={styles.view} aria-label="Tables">
      <Tabs
        label="Tables"
        className={styles.tabs}
        selected={table}
        onSelect={(id) => showTable(TABLES.find((each) => each === id) ?? "organisations")}
        tabs={TABLES.map((id) => ({
          id,
          label: tableKind(id).title,
          content: <Table key={id} id={id} />,
        }))}
      />
    </section>
  );
}

function Table({ id }: { readonly id: TableId }) {
  const isPast = useLookSession() !== undefined;
  const model = useTableModel(id);
  const helpId = useId();
  const canEdit = useCanEdit();
  const shape = useMemo(() => {
    const hasTotals = model.columns.some((column) => columnTotals(model.rows, column.id).length > 0);
    return new GridShape(model, hasTotals);
  }, [model]);
  useCurrentRowOnMap(shape);
  return (
    <div className={styles.table}>
      <PrintHead what={tableKind(id).title} />
      <TableToolbar shape={shape} />
      <p id={helpId} className={spoken.only}>
        {canEdit ? EDITOR_HELP : VIEWER_HELP}
      </p>
      <TableGrid shape={shape} helpId={helpId} />
      {model.rows.length === 0 && (
        <p className={styles.empty}>{emptyWords(id, model.allRows.length, { canEdit, isPast })}</p>
      )}
      {canEdit && <AddRowBar table={id} />}
    </div>
  );
}

function emptyWords(
  id: TableId,
  allRows: number,
  { canEdit, isPast }: { readonly canEdit: boolean; readonly isPast: boolean },
): string {
  const { rowsWord } = tableKind(id);
  if (allRows > 0) return `None of the ${rowsWord} fits the search and the filters.`;
  if (isPast) return `There were no ${rowsWord} on the map then.`;
  return `There are no ${rowsWord} on this map yet. ${canEdit ? "Add one here or draw it on the map." : "What others add appears here at once."}`;
}

const VIEWER_HELP =
  "The arrow keys go from cell to cell, Shift selects several, Control C copies. On a heading, Enter sorts and Alt with the down arrow opens its menu.";
const EDITOR_HELP = `${VIEWER_HELP} Enter or F2 edits a cell, and so does typing. Control V pastes cells from a spreadsheet, Delete clears, Control D fills down, Control Delete deletes rows.`;
