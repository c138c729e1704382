import type { CellPlace } from "../../shared/table/moveCell.ts";
import type { CellAddress } from "./tableStore.ts";
import { HEADINGS, TOTALS } from "./tableStore.ts";
import type { TableModel } from "./useTableModel.ts";

/** A rectangle of cells by their places, both corners included. */
export interface CellArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where the cells of a table stand now: from an address, which lasts, to a place, which changes with the order, and back. */
export class GridShape {
  private readonly rowPlaces: ReadonlyMap<string, number>;

  constructor(
    readonly model: TableModel,
    readonly hasTotals: boolean,
  ) {
    this.rowPlaces = new Map(model.rows.map(({ id }, index) => [id, index]));
  }

  /** Undefined for a cell that is not shown. */
  placeOf({ row, column }: CellAddress): CellPlace | undefined {
    const across = this.model.columns.findIndex(({ id }) => id === column);
    const down = this.rowPlace(row);
    return across < 0 || down === undefined ? undefined : { row: down, column: across };
  }

  addressOf({ row, column }: CellPlace): CellAddress | undefined {
    const columnId = this.model.columns[column]?.id;
    const { rows } = this.model;
    const rowId = row < 0 ? HEADINGS : row >= rows.length ? TOTALS : rows[row]?.id;
    return columnId === undefined || rowId === undefined ? undefined : { row: rowId, column: columnId };
  }

  /** The current cell: the one it was, or the first where that one is not shown (any more). */
  activePlace(): CellPlace {
    const { active } = this.model.look;
    const place = active === undefined ? undefined : this.placeOf(active);
    if (place !== undefined) return place;
    const across = this.model.columns.findIndex(({ id }) => id === active?.column);
    return { row: this.model.rows.length === 0 ? -1 : 0, column: Math.max(0, across) };
  }

  /** The selected cells: the current one, or all between it and where the selection began. Headings and totals stand alone. */
  selection(): CellArea {
    const { row, column } = this.activePlace();
    const anchor = this.model.look.anchor;
    const from = (anchor === undefined ? undefined : this.placeOf(anchor)) ?? { row, column };
    const isAlone = !this.isData(row) || !this.isData(from.row);
    const start = isAlone ? { row, column } : from;
    return {
      top: Math.min(row, start.row),
      bottom: Math.max(row, start.row),
      left: Math.min(column, start.column),
      right: Math.max(column, start.column),
    };
  }

  /** Whether a place is among the rows, not the headings or totals. */
  isData(row: number): boolean {
    return row >= 0 && row < this.model.rows.length;
  }

  private rowPlace(row: string): number | undefined {
    if (row === HEADINGS) return -1;
    if (row === TOTALS) return this.hasTotals ? this.model.rows.length : undefined;
    return this.rowPlaces.get(row);
  }
}
