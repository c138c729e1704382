import { type CSSProperties, memo } from "react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { TableColumn } from "../../shared/table/columns.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import type { NextCell } from "./EditorProps.ts";
import { GridCell } from "./GridCell.tsx";
import type { NameBook } from "./NameBook.ts";
import styles from "./TableGrid.module.css";

export interface GridRowProps {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  /** The row's place in the whole table, from 1, headings included. */
  readonly place: number;
  readonly topPx: number | undefined;
  readonly names: NameBook;
  readonly canEdit: boolean;
  readonly badges: Badges | undefined;
  /** The id of the current column, if this is the current row. */
  readonly activeColumn: string | undefined;
  /** The first and the last selected column by their places; undefined where nothing of the row is selected. */
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly editedColumn: string | undefined;
  readonly startText: string | undefined;
  readonly isGone: boolean;
  readonly onEnd: (next: NextCell) => void;
}

/** One row of a table. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, topPx, selectedFrom = Infinity, selectedTo = -1, badges } = props;
  const style: CSSProperties = topPx === undefined ? {} : { transform: `translateY(${topPx}px)` };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus.
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by the virtual list.
    <div
      role="row"
      aria-rowindex={props.place}
      className={styles.row}
      data-current={props.activeColumn === undefined ? undefined : ""}
      data-gone={props.isGone ? "" : undefined}
      data-floating={topPx === undefined ? undefined : ""}
      style={style}
    >
      {columns.map((column, index) => (
        <GridCell
          key={column.id}
          row={row}
          column={column}
          index={index}
          names={props.names}
          canEdit={props.canEdit}
          isActive={props.activeColumn === column.id}
          isSelected={index >= selectedFrom && index <= selectedTo}
          badges={index === 0 ? badges : undefined}
          editing={
            props.editedColumn === column.id
              ? { startText: props.startText, isGone: props.isGone }
              : undefined
          }
          onEnd={props.onEnd}
        />
      ))}
    </div>
  );
});
