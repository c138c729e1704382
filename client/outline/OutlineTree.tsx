import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { findingBadges } from "../../shared/drawing/findingBadges.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useIsPrinting } from "../print/useIsPrinting.ts";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { OutlineRowView } from "./OutlineRowView.tsx";
import styles from "./OutlineView.module.css";
import { useOutlineStore } from "./outlineStore.ts";
import { usePlaceStore } from "./placeStore.ts";
import { RowMenu } from "./RowMenu.tsx";
import { useFocusKept } from "./useFocusKept.ts";
import type { ShownOutline } from "./useOutline.ts";
import { useOutlineKeys } from "./useOutlineKeys.ts";

const ROW_PX = 34;

/** A dialog that was opened from a menu has nothing to give the focus back to: the current row gets it. */
function useFocusAfterConnecting(wantFocus: () => void): void {
  const isAsking = useCanvasStore(({ connecting }) => connecting.step === "ends");
  const isPlacing = usePlaceStore(({ element }) => element !== undefined);
  const isOpen = isAsking || isPlacing;
  const wasOpen = useRef(false);
  const [, drawAgain] = useState(0);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed) return;
    // The dialog keeps the focus within until it is gone.
    const handle = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      wantFocus();
      drawAgain((count) => count + 1);
    });
    return () => cancelAnimationFrame(handle);
  }, [isOpen, wantFocus]);
}

/** The rows of the outline that are in view, as a tree for keys and screen readers. */
export function OutlineTree({ shown, helpId }: { readonly shown: ShownOutline; readonly helpId: string }) {
  const { rows, currentIndex } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const canEdit = useCanEdit();
  const isPrinting = useIsPrinting();
  const renaming = useOutlineStore((state) => state.renaming);
  const menu = useOutlineStore((state) => state.menu);
  const findings = useShownFindings();
  const badges = useMemo(() => findingBadges(findings), [findings]);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    getItemKey: (index) => rows[index]?.node.key ?? index,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (inView.includes(currentIndex) || currentIndex >= rows.length) return inView;
      return [...inView, currentIndex].sort((one, other) => one - other);
    },
  });
  useEffect(() => virtual.scrollToIndex(currentIndex, { align: "auto" }), [virtual, currentIndex]);
  const { onKeyDown, wantFocus, isFocusWanted } = useOutlineKeys(shown, () =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 1),
  );
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>("[data-current]");
    if (!isFocusWanted.current || row == null || renaming !== undefined || menu !== undefined) return;
    isFocusWanted.current = false;
    row.focus({ preventScroll: true });
  });
  useFocusAfterConnecting(wantFocus);
  useFocusKept(scroller, "[data-current]");
  const drawn = isPrinting
    ? rows.map((_, index) => ({ index, topPx: undefined }))
    : virtual.getVirtualItems().map(({ index, start }) => ({ index, topPx: start }));
  const menuRow = rows.find(({ node }) => node.key === menu);

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="tree"
        aria-label="Outline of the map"
        aria-describedby={helpId}
        className={styles.tree}
        style={isPrinting ? {} : { height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
      >
        {drawn.map(({ index, topPx }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <OutlineRowView
              key={row.node.key}
              row={row}
              index={index}
              topPx={topPx}
              shown={shown}
              canEdit={canEdit}
              badges={row.node.element && badges.get(row.node.element.id)}
              viaBadges={row.node.via && badges.get(row.node.via.relation.id)}
              isCurrent={index === currentIndex}
              isRenaming={renaming === row.node.key}
              measure={virtual.measureElement}
              wantFocus={wantFocus}
            />
          );
        })}
      </div>
      {menuRow !== undefined && <RowMenu row={menuRow} shown={shown} tree={scroller} wantFocus={wantFocus} />}
    </div>
  );
}
