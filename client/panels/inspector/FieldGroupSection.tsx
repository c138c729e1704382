import type { ReactNode } from "react";
import { setGroupFolded, usePanelStore } from "../panelStore.ts";
import styles from "./Inspector.module.css";

/** One part of the inspector under its heading; it folds away and stays so for the next element, and on this device. */
export function FieldGroupSection({
  title,
  aside,
  children,
}: {
  readonly title: string;
  /** What stands beside the heading while it is folded away. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const folded = usePanelStore((state) => state.foldedGroups.includes(title));
  return (
    <details
      className={styles.group}
      open={!folded}
      onToggle={(event) => setGroupFolded(title, !event.currentTarget.open)}
    >
      <summary className={styles.groupSummary}>
        <h3 className={styles.groupTitle}>{title}</h3>
        {folded && aside}
      </summary>
      <div className={styles.groupFields}>{!folded && children}</div>
    </details>
  );
}
