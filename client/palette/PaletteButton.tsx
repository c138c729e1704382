import type { DragEvent, MouseEvent } from "react";
import { addFromPalette } from "../actions/addElement.ts";
import { setPlacing, useCanvasStore } from "../canvas/canvasStore.ts";
import { PALETTE_DATA_TYPE } from "../canvas/paletteDrag.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./Palette.module.css";
import { PaletteIcon } from "./PaletteIcon.tsx";
import type { PaletteItem } from "./paletteItems.ts";
import { useCarry } from "./useCarry.ts";

/** One kind in the palette. A click arms it for the next click on the ground, Enter adds it in the middle, and it can be dragged. */
export function PaletteButton({ item, isRail }: { readonly item: PaletteItem; readonly isRail: boolean }) {
  const session = useSession();
  const isArmed = useCanvasStore((state) => state.placing === item.id);
  const carrying = useCarry(item);
  const isConnection = "relation" in item.makes;
  const hint = item.key === undefined ? item.label : `${item.label} (${item.key})`;

  function onClick(event: MouseEvent): void {
    const isByKeyboard = event.detail === 0;
    if (isByKeyboard || isConnection) addFromPalette(session, item);
    else setPlacing(isArmed ? undefined : item.id);
  }

  function onDragStart(event: DragEvent): void {
    event.dataTransfer.setData(PALETTE_DATA_TYPE, item.id);
    event.dataTransfer.effectAllowed = "copy";
    setPlacing(undefined);
  }

  return (
    <button
      type="button"
      className={classNames(styles.item, isArmed && styles.armed)}
      draggable={!isConnection}
      aria-pressed={isConnection ? undefined : isArmed}
      aria-label={isRail ? item.label : undefined}
      aria-keyshortcuts={item.key}
      title={hint}
      onClick={onClick}
      onDragStart={onDragStart}
      {...carrying}
    >
      <PaletteIcon shape={item.shape} initials={isRail ? item.initials : undefined} />
      {!isRail && <span className={styles.label}>{item.label}</span>}
      {!isRail && item.key !== undefined && (
        <kbd className={styles.key} aria-hidden>
          {item.key}
        </kbd>
      )}
    </button>
  );
}
