import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import type { CellAddress } from "./tableStore.ts";

/**
 * Brings the current cell into view beside the column that stays, and gives it the focus where that is asked for.
 * @returns asks for the focus: the cell gets it as soon as it is drawn.
 */
export function useGridFocus(
  scroller: RefObject<HTMLDivElement | null>,
  active: CellAddress | undefined,
  isEditing: boolean,
): () => void {
  const isWanted = useRef(false);
  const row = active?.row;
  const column = active?.column;
  useLayoutEffect(() => {
    const grid = scroller.current;
    const cell = grid?.querySelector<HTMLElement>("[data-active]");
    if (grid === null || cell == null) return;
    if (!isWanted.current || isEditing) return;
    isWanted.current = false;
    cell.focus({ preventScroll: true });
    showSideways(grid, cell);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is what brings it into view.
  useLayoutEffect(() => {
    const cell = scroller.current?.querySelector<HTMLElement>("[data-active]");
    if (scroller.current !== null && cell != null) showSideways(scroller.current, cell);
  }, [row, column, scroller]);
  return useCallback(() => {
    isWanted.current = true;
  }, []);
}

/** Scrolls sideways until a cell is whole in view, clear of the column that stays. */
function showSideways(grid: HTMLElement, cell: HTMLElement): void {
  const first = cell.parentElement?.firstElementChild;
  if (first === cell || !(first instanceof HTMLElement)) return;
  const hiddenLeft = first.getBoundingClientRect().right - cell.getBoundingClientRect().left;
  const hiddenRight =
    cell.getBoundingClientRect().right - (grid.getBoundingClientRect().left + grid.clientWidth);
  if (hiddenLeft > 0) grid.scrollLeft -= hiddenLeft;
  else if (hiddenRight > 0) grid.scrollLeft += Math.min(hiddenRight, -hiddenLeft);
}
