import { paletteItem } from "../palette/paletteItems.ts";
import { useCanvasStore } from "./canvasStore.ts";
import styles from "./PlacingHint.module.css";

/** Says what the next click adds. */
export function PlacingHint() {
  const placing = useCanvasStore((state) => state.placing);
  const item = placing === undefined ? undefined : paletteItem(placing);
  return (
    <div className={styles.holder} role="status">
      {item !== undefined && (
        <p className={styles.hint}>
          <strong>{item.label}</strong>: click where it goes, or press Enter to add it in the middle. Esc
          cancels.
        </p>
      )}
    </div>
  );
}
