import { create } from "zustand";
import { TABLES, type TableId } from "../../shared/table/tables.ts";

/** Stand in the place of a row's id for the row of headings and the row of totals; no record has such an id. */
export const HEADINGS = "\u0000headings";
export const TOTALS = "\u0000totals";

export interface CellAddress {
  readonly row: string;
  readonly column: string;
}

export interface EditedCell extends CellAddress {
  readonly table: TableId;
  /** What was typed to begin the editing, in the place of what stood there. */
  readonly startText: string | undefined;
}

/** How one table is looked at in this tab. */
export interface TableLook {
  /** The columns it is sorted by, the first first. */
  readonly sorting: { id: string; desc: boolean }[];
  /** The texts that are shown of a column; a column that is not named shows all. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly search: string;
  /** Columns whose showing differs from the first: true shown, false hidden. */
  readonly columns: Readonly<Record<string, boolean>>;
  /** The current cell, which has the focus when the table has it. */
  readonly active: CellAddress | undefined;
  /** The opposite corner of the selected cells. */
  readonly anchor: CellAddress | undefined;
}

interface TablesState {
  readonly table: TableId;
  readonly looks: Readonly<Record<TableId, TableLook>>;
  readonly edited: EditedCell | undefined;
}

const FIRST_LOOK: TableLook = {
  sorting: [],
  values: {},
  search: "",
  columns: {},
  active: undefined,
  anchor: undefined,
};

/** What is local to this tab about the tables; it stays while the map is shown in another way. */
export const useTableStore = create<TablesState>()(() => ({
  table: "organisations",
  looks: Object.fromEntries(TABLES.map((table) => [table, FIRST_LOOK])) as Record<TableId, TableLook>,
  edited: undefined,
}));

const { getState, setState } = useTableStore;

/** Shows another table. */
export function showTable(table: TableId): void {
  if (getState().table !== table) setState({ table, edited: undefined });
}

/** Changes how a table is looked at. */
export function changeLook(table: TableId, change: Partial<TableLook>): void {
  const { looks } = getState();
  setState({ looks: { ...looks, [table]: { ...looks[table], ...change } } });
}

/** Makes a cell the current one, alone or with all between it and the cell where the selection began. */
export function goToCell(table: TableId, active: CellAddress, isExtending = false): void {
  const { anchor, active: before } = getState().looks[table];
  changeLook(table, { active, anchor: isExtending ? (anchor ?? before ?? active) : active });
}

/** Begins editing a cell. */
export function beginEditing(table: TableId, { row, column }: CellAddress, startText?: string): void {
  setState({ edited: { table, row, column, startText } });
}

/** Ends editing; what was typed and not saved is kept by whoever keeps drafts. */
export function endEditing(): void {
  setState({ edited: undefined });
}
