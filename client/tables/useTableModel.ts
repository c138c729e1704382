import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { type TableColumn, tableColumns } from "../../shared/table/columns.ts";
import { compareSortValues, sortValue } from "../../shared/table/sortValue.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import { tableRows } from "../../shared/table/tableRows.ts";
import type { TableId } from "../../shared/table/tables.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { cellText } from "./cellText.ts";
import { NameBook } from "./NameBook.ts";
import { changeLook, type TableLook, useTableStore } from "./tableStore.ts";

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});
type Features = typeof features;

/** A table as it is to be shown now. */
export interface TableModel {
  readonly id: TableId;
  readonly look: TableLook;
  /** The columns that are shown. */
  readonly columns: readonly TableColumn[];
  /** The rows that the search and the filters leave, in order. */
  readonly rows: readonly TableRow[];
  /** Every row of the table, in the order of the map. */
  readonly allRows: readonly TableRow[];
  readonly rowById: ReadonlyMap<string, TableRow>;
  readonly names: NameBook;
}

/** The rows and columns of a table, sorted and filtered; the order holds still while a cell is being edited. */
export function useTableModel(id: TableId): TableModel {
  const { map, elementById } = useSnapshot();
  const look = useTableStore((state) => state.looks[id]);
  const allRows = useMemo(() => tableRows(id, map), [id, map]);
  const rowById = useMemo(() => new Map(allRows.map((row) => [row.id, row])), [allRows]);
  const names = useMemo(() => new NameBook(map.elements, elementById), [map.elements, elementById]);
  const columns = useMemo(() => shownColumns(id, look), [id, look]);
  const found = useMemo(
    () => rowsWithText(allRows, columns, look.search, names),
    [allRows, columns, look.search, names],
  );
  const inOrder = useSortedRows(id, found, names, look);
  const rows = useHeldOrder(id, inOrder, rowById);
  return { id, look, columns, rows, allRows, rowById, names };
}

/** Whether a column is shown: as it is at first, or as somebody has chosen. */
export function isShown(column: TableColumn, look: TableLook): boolean {
  return look.columns[column.id] ?? column.isShownAtFirst;
}

function shownColumns(id: TableId, look: TableLook): readonly TableColumn[] {
  return tableColumns(id).filter((column) => isShown(column, look));
}

function rowsWithText(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  search: string,
  names: NameBook,
): TableRow[] {
  const words = search.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...rows];
  return rows.filter((row) => {
    const text = columns
      .map(({ id }) => cellText(row, id, names))
      .join("\n")
      .toLocaleLowerCase("en-GB");
    return words.every((word) => text.includes(word));
  });
}

function useSortedRows(id: TableId, data: TableRow[], names: NameBook, look: TableLook): readonly TableRow[] {
  const columns = useMemo(() => tableColumns(id).map((column) => columnDef(column.id, names)), [id, names]);
  const columnFilters = useMemo(
    () => Object.entries(look.values).map(([column, value]) => ({ id: column, value })),
    [look.values],
  );
  const table = useTable<Features, TableRow>({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    state: { sorting: look.sorting, columnFilters },
    onSortingChange: (change: Updater<TableLook["sorting"]>) =>
      changeLook(id, { sorting: typeof change === "function" ? change(look.sorting) : change }),
  });
  const { rows } = table.getRowModel();
  return useMemo(() => rows.map((row) => row.original), [rows]);
}

function columnDef(id: string, names: NameBook): ColumnDef<Features, TableRow> {
  const textOf = (row: TableRow, column: string) => cellText(row, column, names);
  return {
    id,
    accessorFn: (row) => sortValue(row, id, textOf),
    sortFn: (one, other) => compareSortValues(one.getValue(id), other.getValue(id)),
    sortUndefined: "last",
    filterFn: (row, _column, values: readonly string[]) => values.includes(textOf(row.original, id)),
  };
}

interface Held {
  readonly table: TableId;
  readonly rows: readonly TableRow[];
}

/**
 * While a cell is being edited, every row stays where it was: those of others are added at the end, those that are deleted go, but
 * for the one that is being edited.
 */
function useHeldOrder(
  table: TableId,
  rows: readonly TableRow[],
  rowById: ReadonlyMap<string, TableRow>,
): readonly TableRow[] {
  const editedRow = useTableStore(({ edited }) => (edited?.table === table ? edited.row : undefined));
  const [held, setHeld] = useState<Held>();
  const isHeld = held !== undefined && held.table === table;
  if (isHeld !== (editedRow !== undefined)) setHeld(editedRow === undefined ? undefined : { table, rows });
  return useMemo(() => {
    if (held === undefined || held.table !== table) return rows;
    const heldIds = new Set(held.rows.map(({ id }) => id));
    const standing = held.rows.flatMap((row) => rowById.get(row.id) ?? (row.id === editedRow ? [row] : []));
    return [...standing, ...rows.filter(({ id }) => !heldIds.has(id))];
  }, [held, table, rows, rowById, editedRow]);
}
