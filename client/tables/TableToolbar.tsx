import { Columns3, FunnelX, MapPin, Trash2 } from "lucide-react";
import { type TableColumn, tableColumns } from "../../shared/table/columns.ts";
import { tableKind } from "../../shared/table/tables.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { showMode } from "../shell/viewMode.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { GridShape } from "./GridShape.ts";
import { deleteSelectedRows } from "./gridEdits.ts";
import styles from "./TablesView.module.css";
import { changeLook } from "./tableStore.ts";
import { isShown } from "./useTableModel.ts";

/** What finds, filters and arranges a table, and what can be done with the selected rows. */
export function TableToolbar({ shape }: { readonly shape: GridShape }) {
  const { model } = shape;
  const { id, look } = model;
  const session = useSession();
  const canEdit = useCanEdit();
  const { top, bottom } = shape.selection();
  const selected = shape.isData(top) ? bottom - top + 1 : 0;
  const isNarrowed = look.search !== "" || Object.keys(look.values).length > 0;
  return (
    <div role="toolbar" aria-label={`${tableKind(id).title}: tools`} className={styles.toolbar}>
      <TextField
        label={`Find in ${tableKind(id).title.toLowerCase()}`}
        type="search"
        placeholder="Find in this table"
        value={look.search}
        onChange={(search) => changeLook(id, { search })}
        className={styles.search}
      />
      <span className={styles.count} role="status">
        {countInWords(model.rows.length, model.allRows.length, id)}
      </span>
      {isNarrowed && (
        <Button size="small" variant="quiet" onPress={() => changeLook(id, { search: "", values: {} })}>
          <FunnelX aria-hidden />
          Show all
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        isDisabled={selected === 0}
        onPress={() => {
          const ids = model.rows.slice(top, bottom + 1).map((row) => row.id);
          showMode("map");
          useCanvasStore.getState().viewport?.bringIntoView(ids);
        }}
      >
        <MapPin aria-hidden />
        Show on the map
      </Button>
      {canEdit && (
        <Button
          size="small"
          variant="quiet"
          isDisabled={selected === 0}
          onPress={() => deleteSelectedRows(session, shape)}
        >
          <Trash2 aria-hidden />
          {selected > 1 ? `Delete ${selected} rows` : "Delete row"}
        </Button>
      )}
      <PopoverButton
        title="Columns"
        widthPx={260}
        placement="bottom end"
        button={
          <Button size="small" variant="quiet">
            <Columns3 aria-hidden />
            Columns
          </Button>
        }
      >
        <ColumnList shape={shape} />
      </PopoverButton>
    </div>
  );
}

function ColumnList({ shape }: { readonly shape: GridShape }) {
  const { id, look, columns } = shape.model;
  const toggle = (column: TableColumn) =>
    changeLook(id, { columns: { ...look.columns, [column.id]: !isShown(column, look) } });
  return (
    <ul className={styles.columns}>
      {tableColumns(id).map((column, index) => (
        <li key={column.id}>
          <label>
            <input
              type="checkbox"
              checked={isShown(column, look)}
              disabled={index === 0 || (columns.length === 1 && isShown(column, look))}
              onChange={() => toggle(column)}
            />
            {column.label}
          </label>
        </li>
      ))}
    </ul>
  );
}

function countInWords(shown: number, all: number, id: Parameters<typeof tableKind>[0]): string {
  const { rowsWord, rowWord } = tableKind(id);
  const word = all === 1 ? rowWord : rowsWord;
  const total = all.toLocaleString("en-GB");
  return shown === all ? `${total} ${word}` : `${shown.toLocaleString("en-GB")} of ${total} ${word}`;
}
