import type { KeyboardEvent } from "react";
import { cellContent } from "../../shared/table/cell.ts";
import { moveCell } from "../../shared/table/moveCell.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { isEditable } from "./GridCell.tsx";
import type { GridShape } from "./GridShape.ts";
import { clearSelected, deleteSelectedRows, paste, planFillDown } from "./gridEdits.ts";
import { beginEditing, changeLook, goToCell, HEADINGS } from "./tableStore.ts";

interface Doing {
  readonly wantFocus: () => void;
  readonly sort: (column: string, isAlso: boolean) => void;
  readonly openMenu: (column: string) => void;
  readonly pageRows: () => number;
}

/** The keys of a table while no cell is being edited. */
export function useGridKeys(shape: GridShape, doing: Doing): (event: KeyboardEvent) => void {
  const session = useSession();
  const canEdit = useCanEdit();
  const { model } = shape;

  const edit = (startText?: string): boolean => {
    const place = shape.activePlace();
    const address = shape.addressOf(place);
    const row = model.rows[place.row];
    if (!canEdit || address === undefined || row === undefined) return false;
    if (!isEditable(cellContent(row, address.column))) return false;
    goToCell(model.id, address);
    beginEditing(model.id, address, startText);
    return true;
  };
  const selectAll = (): boolean => {
    const last = { row: model.rows.length - 1, column: model.columns.length - 1 };
    const [anchor, active] = [shape.addressOf({ row: 0, column: 0 }), shape.addressOf(last)];
    if (model.rows.length === 0) return false;
    changeLook(model.id, { anchor, active });
    doing.wantFocus();
    return true;
  };
  const onHeading = (event: KeyboardEvent): boolean => {
    const address = shape.addressOf(shape.activePlace());
    if (address?.row !== HEADINGS) return false;
    if (event.key === "Enter" || event.key === " ") doing.sort(address.column, event.shiftKey);
    else if (event.key === "ArrowDown" && event.altKey) doing.openMenu(address.column);
    else return false;
    return true;
  };
  const writing = (event: KeyboardEvent): boolean => {
    if (event.key === "Enter" || event.key === "F2") return edit();
    if (!canEdit) return false;
    if (event.key === "Delete" || event.key === "Backspace") {
      if (event.key === "Delete" && isCommand(event)) deleteSelectedRows(session, shape);
      else clearSelected(session, shape);
      return true;
    }
    if (isCommand(event) && event.key.toLowerCase() === "d") {
      const plan = planFillDown(shape);
      if (plan !== undefined) paste(session, shape, plan, "Fill");
      return plan !== undefined;
    }
    const isText = [...event.key].length === 1 && !isCommand(event) && !event.altKey && event.key !== " ";
    return isText && edit(event.key);
  };
  const moving = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    if (isCommand(event) && event.key.toLowerCase() === "a") return selectAll();
    const extent = {
      rows: model.rows.length,
      columns: model.columns.length,
      hasTotals: shape.hasTotals,
      pageRows: doing.pageRows(),
    };
    const key = { key: event.key, ctrlKey: isCommand(event) };
    const place = moveCell(shape.activePlace(), key, extent);
    const address = place === undefined ? undefined : shape.addressOf(place);
    if (address === undefined) return false;
    goToCell(model.id, address, event.shiftKey);
    doing.wantFocus();
    return true;
  };

  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Copying and pasting are events of their own; commands of the map by the same keys would come on top.
    if (isCommand(event) && ["c", "x", "v"].includes(event.key.toLowerCase())) return event.stopPropagation();
    if (!onHeading(event) && !writing(event) && !moving(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}
