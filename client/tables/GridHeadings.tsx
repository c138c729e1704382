import { ArrowDown, ArrowUp, ChevronDown, Funnel } from "lucide-react";
import type { MouseEvent } from "react";
import type { TableColumn } from "../../shared/table/columns.ts";
import { classNames } from "../ui/classNames.ts";
import spoken from "../ui/spoken.module.css";
import styles from "./TableGrid.module.css";
import { HEADINGS, type TableLook } from "./tableStore.ts";

/** The headings of a table: a press sorts, a press with Shift sorts by this as well, the arrow opens the column's menu. */
export function GridHeadings({
  columns,
  look,
  activeColumn,
  onSort,
  onMenu,
}: {
  readonly columns: readonly TableColumn[];
  readonly look: TableLook;
  readonly activeColumn: string | undefined;
  readonly onSort: (column: string, isAlso: boolean) => void;
  readonly onMenu: (column: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus.
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by the virtual list.
    <div role="row" aria-rowindex={1} className={classNames(styles.row, styles.headings)}>
      {columns.map((column, index) => (
        <Heading
          key={column.id}
          column={column}
          index={index}
          look={look}
          isActive={activeColumn === column.id}
          onSort={onSort}
          onMenu={onMenu}
        />
      ))}
    </div>
  );
}

function Heading({
  column,
  index,
  look,
  isActive,
  onSort,
  onMenu,
}: {
  readonly column: TableColumn;
  readonly index: number;
  readonly look: TableLook;
  readonly isActive: boolean;
  readonly onSort: (column: string, isAlso: boolean) => void;
  readonly onMenu: (column: string) => void;
}) {
  const place = look.sorting.findIndex(({ id }) => id === column.id);
  const sort = look.sorting[place];
  const isFiltered = look.values[column.id] !== undefined;
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onMenu(column.id);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys.
    // biome-ignore lint/a11y/useSemanticElements: a table cell cannot be placed by the virtual list.
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sort === undefined ? "none" : sort.desc ? "descending" : "ascending"}
      tabIndex={isActive ? 0 : -1}
      data-row={HEADINGS}
      data-column={column.id}
      data-active={isActive ? "" : undefined}
      className={classNames(styles.cell, styles.heading, index === 0 && styles.first)}
      style={{ width: `${column.widthPx}px` }}
      title={`${column.label}: press to sort, with Shift to sort by this as well`}
      onClick={(event) => onSort(column.id, event.shiftKey)}
      onContextMenu={openMenu}
    >
      <span className={styles.text}>{column.label}</span>
      {sort !== undefined && (sort.desc ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      {look.sorting.length > 1 && place >= 0 && <span className={styles.sortPlace}>{place + 1}</span>}
      {isFiltered && (
        <>
          <Funnel aria-hidden />
          <span className={spoken.only}>, filtered</span>
        </>
      )}
      {/* The same is in the grid's keys: Alt and the down arrow. */}
      <span aria-hidden className={styles.menuSign} onClick={openMenu}>
        <ChevronDown />
      </span>
    </div>
  );
}
