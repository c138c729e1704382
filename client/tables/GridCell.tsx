import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import { formatPounds } from "../../shared/model/money.ts";
import { type CellContent, cellContent } from "../../shared/table/cell.ts";
import type { TableColumn } from "../../shared/table/columns.ts";
import { isRelation, type TableRow } from "../../shared/table/TableRow.ts";
import { derivedPounds } from "../../shared/table/totals.ts";
import { FindingMarks } from "../outline/FindingMarks.tsx";
import { draftKey, useDraftStore } from "../panels/inspector/draftStore.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import spoken from "../ui/spoken.module.css";
import { CellEditor } from "./CellEditor.tsx";
import { contentText } from "./cellText.ts";
import type { NextCell } from "./EditorProps.ts";
import type { NameBook } from "./NameBook.ts";
import styles from "./TableGrid.module.css";

export interface GridCellProps {
  readonly row: TableRow;
  readonly column: TableColumn;
  /** The place of the column among those shown, from 0. */
  readonly index: number;
  readonly names: NameBook;
  readonly canEdit: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** The findings that stand on the row, for its first cell. */
  readonly badges: Badges | undefined;
  /** While the cell is being edited: what was typed to begin with, and whether its row is gone. */
  readonly editing: { readonly startText: string | undefined; readonly isGone: boolean } | undefined;
  readonly onEnd: (next: NextCell) => void;
}

/** One cell: what it holds, what waits in it unread, or its editor. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { row, column, index, names, canEdit, isActive, isSelected, editing } = props;
  const content = cellContent(row, column.id);
  const waiting = useWaitingText(row, content);
  const isFirst = index === 0;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have take these.
    <div
      role={isFirst ? "rowheader" : "gridcell"}
      aria-colindex={index + 1}
      aria-selected={isSelected}
      aria-readonly={canEdit && !isEditable(content) ? true : undefined}
      aria-invalid={waiting === undefined ? undefined : true}
      tabIndex={editing !== undefined ? undefined : isActive ? 0 : -1}
      data-row={row.id}
      data-column={column.id}
      data-active={isActive ? "" : undefined}
      className={classNames(
        styles.cell,
        isFirst && styles.first,
        column.isFigure && styles.figure,
        isSelected && styles.selected,
        waiting !== undefined && styles.waiting,
        content.kind === "none" && styles.foreign,
      )}
      style={{ width: `${column.widthPx}px` }}
    >
      {editing === undefined ? (
        <Shown row={row} column={column.id} content={content} waiting={waiting} names={names} />
      ) : (
        <CellEditor
          row={row}
          content={content}
          label={column.label}
          startText={editing.startText ?? (isChosen(content) ? waiting : undefined)}
          isGone={editing.isGone}
          names={names}
          onEnd={props.onEnd}
        />
      )}
      {props.badges !== undefined && <FindingMarks badges={props.badges} />}
    </div>
  );
});

function Shown({
  row,
  column,
  content,
  waiting,
  names,
}: {
  readonly row: TableRow;
  readonly column: string;
  readonly content: CellContent;
  readonly waiting: string | undefined;
  readonly names: NameBook;
}) {
  if (waiting !== undefined)
    return (
      <>
        <TriangleAlert aria-hidden className={styles.sign} />
        <span className={styles.text}>{waiting}</span>
        <span className={spoken.only}> (not saved)</span>
      </>
    );
  if (content.kind === "none") return <span className={spoken.only}>does not apply</span>;
  const text = contentText(content, names);
  if (text !== "") return <span className={styles.text}>{text}</span>;
  const derived = derivedPounds(row, column);
  if (derived !== undefined)
    return <span className={classNames(styles.text, styles.derived)}>{formatPounds(derived)} derived</span>;
  if (content.kind === "field" && content.name === "name" && !isRelation(row.record))
    return <span className={classNames(styles.text, styles.notStated)}>{elementName(row.record)}</span>;
  const isMoney = content.kind === "field" && content.field.type === "pounds";
  return <span className={isMoney ? styles.notStated : spoken.only}>not stated</span>;
}

/** What somebody has written into the cell in this tab and not saved: it could not be read, or another has changed the cell meanwhile. */
function useWaitingText(row: TableRow, content: CellContent): string | undefined {
  const session = useSession();
  const field = content.kind === "field" ? content.name : "";
  return useDraftStore((state) => state.drafts[draftKey(session.id, row.id, field)]?.text);
}

/** Whether a cell can be edited at all. */
export function isEditable(content: CellContent): boolean {
  if (content.kind === "field") return content.field.type !== "size" && content.field.type !== "point";
  return content.kind === "organisations";
}

function isChosen(content: CellContent): boolean {
  return content.kind === "field" && ["one-of", "list-of", "yes-no", "id"].includes(content.field.type);
}
