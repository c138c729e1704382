import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { tableKind } from "../../shared/table/tables.ts";
import { useFocusKept } from "../outline/useFocusKept.ts";
import { ColumnMenu } from "./ColumnMenu.tsx";
import type { NextCell } from "./EditorProps.ts";
import { GridHeadings } from "./GridHeadings.tsx";
import { GridRows } from "./GridRows.tsx";
import type { GridShape } from "./GridShape.ts";
import { GridTotals } from "./GridTotals.tsx";
import { nextSorting } from "./nextSorting.ts";
import { PasteDialog } from "./PasteDialog.tsx";
import styles from "./TableGrid.module.css";
import { changeLook, endEditing, goToCell, HEADINGS, useTableStore } from "./tableStore.ts";
import { useCellPointing } from "./useCellPointing.ts";
import { useGridClipboard } from "./useGridClipboard.ts";
import { useGridFocus } from "./useGridFocus.ts";
import { useGridKeys } from "./useGridKeys.ts";

const ROW_PX = 34;
const HEADINGS_PX = 36;
const TOTALS_PX = 40;

/** A table of the map, worked like a spreadsheet. It fills its parent. */
export function TableGrid({ shape, helpId }: { readonly shape: GridShape; readonly helpId: string }) {
  const { model, hasTotals } = shape;
  const { columns, rows } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const [menuColumn, setMenuColumn] = useState<string>();
  const isEditing = useTableStore(({ edited }) => edited?.table === model.id);
  const active = shape.activePlace();
  const virtual = useVirtualRows(scroller, shape);
  const wantFocus = useGridFocus(scroller, shape.addressOf(active), isEditing);
  useFocusKept(scroller, "[data-active]");
  const clipboard = useGridClipboard(shape);
  const pointing = useCellPointing(shape, wantFocus);
  const sort = (column: string, isAlso: boolean) => {
    goToCell(model.id, { row: HEADINGS, column });
    changeLook(model.id, { sorting: nextSorting(model.look.sorting, column, isAlso) });
  };
  const onKeyDown = useGridKeys(shape, {
    wantFocus,
    sort,
    openMenu: setMenuColumn,
    pageRows: () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEADINGS_PX - TOTALS_PX) / ROW_PX)),
  });
  const columnOf = (row: boolean) => (row ? columns[active.column]?.id : undefined);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are placed by the virtual list. */}
      <div
        ref={scroller}
        role="grid"
        aria-label={tableKind(model.id).title}
        aria-describedby={helpId}
        aria-rowcount={rows.length + (hasTotals ? 2 : 1)}
        aria-colcount={columns.length}
        aria-multiselectable
        className={styles.grid}
        onKeyDown={onKeyDown}
        {...pointing}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
      >
        <GridHeadings
          columns={columns}
          look={model.look}
          activeColumn={columnOf(active.row < 0)}
          onSort={sort}
          onMenu={setMenuColumn}
        />
        <GridRows
          shape={shape}
          virtual={virtual}
          headingsPx={HEADINGS_PX}
          onEnd={useOnEnd(shape, wantFocus)}
        />
        {hasTotals && (
          <GridTotals
            columns={columns}
            rows={rows}
            place={rows.length + 2}
            activeColumn={columnOf(active.row >= rows.length)}
          />
        )}
      </div>
      <OpenMenu shape={shape} column={menuColumn} grid={scroller} onClose={() => setMenuColumn(undefined)} />
      <PasteDialog plan={clipboard.doubtful} onAnswer={clipboard.answer} />
    </>
  );
}

function OpenMenu({
  shape,
  column,
  grid,
  onClose,
}: {
  readonly shape: GridShape;
  readonly column: string | undefined;
  readonly grid: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}) {
  const shown = shape.model.columns.find(({ id }) => id === column);
  const anchor = useMemo((): RefObject<HTMLElement | null> => {
    const headings = [...(grid.current?.querySelectorAll<HTMLElement>("[role=columnheader]") ?? [])];
    return { current: headings.find((heading) => heading.dataset.column === column) ?? null };
  }, [grid, column]);
  if (shown === undefined) return null;
  return (
    <ColumnMenu
      model={shape.model}
      column={shown}
      anchor={anchor}
      onClose={() => {
        onClose();
        anchor.current?.focus();
      }}
    />
  );
}

/** The rows in view, and always the current one: it has the focus, or what is being typed. */
function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  shape: GridShape,
): Virtualizer<HTMLDivElement, Element> {
  const { rows } = shape.model;
  const active = shape.activePlace().row;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: HEADINGS_PX,
    scrollPaddingStart: HEADINGS_PX,
    scrollPaddingEnd: TOTALS_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (!shape.isData(active) || inView.includes(active)) return inView;
      return [...inView, active].sort((one, other) => one - other);
    },
  });
  const isData = shape.isData(active);
  useEffect(() => {
    if (isData) virtual.scrollToIndex(active, { align: "auto" });
  }, [virtual, active, isData]);
  return virtual;
}

const STEPS: Readonly<Record<NextCell, readonly [down: number, across: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  elsewhere: [0, 0],
};

/** Where the current cell goes when an editor has ended. */
function useOnEnd(shape: GridShape, wantFocus: () => void): (next: NextCell) => void {
  return useCallback(
    (next) => {
      endEditing();
      if (next === "elsewhere") return;
      const { rows, columns, id } = shape.model;
      const { row, column } = shape.activePlace();
      const [down, across] = STEPS[next];
      const address = shape.addressOf({
        row: Math.max(0, Math.min(rows.length - 1, row + down)),
        column: Math.max(0, Math.min(columns.length - 1, column + across)),
      });
      if (address !== undefined) goToCell(id, address);
      wantFocus();
    },
    [shape, wantFocus],
  );
}
