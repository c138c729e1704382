import type { Virtualizer } from "@tanstack/react-virtual";
import { useMemo } from "react";
import { findingBadges } from "../../shared/drawing/findingBadges.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useIsPrinting } from "../print/useIsPrinting.ts";
import { useCanEdit } from "../sync/sessionContext.tsx";
import type { NextCell } from "./EditorProps.ts";
import { GridRow } from "./GridRow.tsx";
import type { GridShape } from "./GridShape.ts";
import styles from "./TableGrid.module.css";
import { useTableStore } from "./tableStore.ts";

/** The rows of a table that are in view; all of them on paper. */
export function GridRows({
  shape,
  virtual,
  headingsPx,
  onEnd,
}: {
  readonly shape: GridShape;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly headingsPx: number;
  readonly onEnd: (next: NextCell) => void;
}) {
  const { model } = shape;
  const canEdit = useCanEdit();
  const isPrinting = useIsPrinting();
  const findings = useShownFindings();
  const badges = useMemo(() => findingBadges(findings), [findings]);
  const edited = useTableStore((state) => (state.edited?.table === model.id ? state.edited : undefined));
  const active = shape.activePlace();
  const selection = shape.selection();
  const shown = isPrinting
    ? model.rows.map((_, index) => ({ index, topPx: undefined }))
    : virtual.getVirtualItems().map(({ index, start }) => ({ index, topPx: start - headingsPx }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table body cannot be as high as rows that are not drawn.
    <div
      role="rowgroup"
      className={styles.rows}
      style={isPrinting ? {} : { height: `${virtual.getTotalSize()}px` }}
    >
      {shown.map(({ index, topPx }) => {
        const row = model.rows[index];
        if (row === undefined) return null;
        const isSelected = index >= selection.top && index <= selection.bottom;
        const isEdited = edited?.row === row.id;
        return (
          <GridRow
            key={row.id}
            row={row}
            columns={model.columns}
            place={index + 2}
            topPx={topPx}
            names={model.names}
            canEdit={canEdit}
            badges={badges.get(row.id)}
            activeColumn={index === active.row ? model.columns[active.column]?.id : undefined}
            selectedFrom={isSelected ? selection.left : undefined}
            selectedTo={isSelected ? selection.right : undefined}
            editedColumn={isEdited ? edited.column : undefined}
            startText={isEdited ? edited.startText : undefined}
            isGone={isEdited && !model.rowById.has(row.id)}
            onEnd={onEnd}
          />
        );
      })}
    </div>
  );
}
