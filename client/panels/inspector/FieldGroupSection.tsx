import type { ReactNode } from "react";
import { setGroupFolded, usePanelStore } from "../panelStore.ts";
import styles from "./Inspector.module.css";

/** One part of the inspector under its heading; it folds away and stays so for the next element. */
export function FieldGroupSection({
  title,
  children,
}: {
  readonly title: string;
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
      </summary>
      <div className={styles.groupFields}>{children}</div>
    </details>
  );
}
