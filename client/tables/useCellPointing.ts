import type { PointerEvent } from "react";
import { cellContent } from "../../shared/table/cell.ts";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { isEditable } from "./GridCell.tsx";
import type { GridShape } from "./GridShape.ts";
import { beginEditing, type CellAddress, goToCell, HEADINGS } from "./tableStore.ts";

export interface CellPointing {
  onPointerDown(event: PointerEvent): void;
  onPointerOver(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
  onDoubleClick(event: { readonly target: EventTarget }): void;
}

/**
 * Cells by mouse and touch: a press makes one the current one, dragging and Shift select more, a double press edits; a tap on the
 * current cell edits it too.
 */
export function useCellPointing(shape: GridShape, wantFocus: () => void): CellPointing {
  const canEdit = useCanEdit();
  const { model } = shape;
  const edit = (address: CellAddress) => {
    const row = model.rowById.get(address.row);
    if (canEdit && row !== undefined && isEditable(cellContent(row, address.column)))
      beginEditing(model.id, address);
  };
  return {
    onPointerDown(event) {
      const address = addressUnder(event.target);
      if (address === undefined || event.pointerType !== "mouse" || event.button !== 0) return;
      if (address.row === HEADINGS) return;
      goToCell(model.id, address, event.shiftKey);
      wantFocus();
      // Else the browser would mark text where cells are meant.
      if (event.shiftKey) event.preventDefault();
    },
    onPointerOver(event) {
      const address = addressUnder(event.target);
      if (address === undefined || event.pointerType !== "mouse" || event.buttons !== 1) return;
      if (address.row === HEADINGS || !isWithinGrid(event)) return;
      goToCell(model.id, address, true);
    },
    onPointerUp(event) {
      const address = addressUnder(event.target);
      if (address === undefined || event.pointerType === "mouse" || address.row === HEADINGS) return;
      const { active } = model.look;
      if (active?.row === address.row && active.column === address.column) return edit(address);
      goToCell(model.id, address);
      wantFocus();
    },
    onDoubleClick(event) {
      const address = addressUnder(event.target);
      if (address !== undefined) edit(address);
    },
  };
}

/** The cell that an event happened in; undefined within an editor. */
function addressUnder(target: EventTarget): CellAddress | undefined {
  if (!(target instanceof Element) || target.closest("input, button") !== null) return undefined;
  const cell = target.closest<HTMLElement>("[data-column]");
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? undefined : { row, column };
}

function isWithinGrid({ currentTarget }: PointerEvent): boolean {
  return currentTarget.contains(document.activeElement);
}
