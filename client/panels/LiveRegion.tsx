import styles from "./LiveRegion.module.css";
import { usePanelStore } from "./panelStore.ts";

/** Where a screen reader hears what {@link announce} says. */
export function LiveRegion() {
  const { text, count } = usePanelStore((state) => state.said);
  return (
    <div role="status" className={styles.hidden}>
      <span key={count}>{text}</span>
    </div>
  );
}
