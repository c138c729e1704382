import { createPortal } from "react-dom";
import { useCarryStore } from "../canvas/paletteDrag.ts";
import styles from "./Palette.module.css";
import { PaletteIcon } from "./PaletteIcon.tsx";
import { paletteItem } from "./paletteItems.ts";

/** What a finger or a pen carries from the palette, under it. */
export function CarriedItem() {
  const carried = useCarryStore((state) => state.carried);
  const item = carried === undefined ? undefined : paletteItem(carried.itemId);
  if (carried === undefined || item === undefined) return null;
  const { x, y } = carried.at;
  return createPortal(
    <div className={styles.carried} style={{ transform: `translate(${x}px, ${y}px)` }} aria-hidden>
      <PaletteIcon shape={item.shape} initials={undefined} />
      {item.label}
    </div>,
    document.body,
  );
}
