import type { ReactNode } from "react";
import styles from "./fields.module.css";

/** What stands around an edit box: its label above; below it notes, and what is wrong. */
export function FieldShell({
  id,
  label,
  notes,
  problem,
  unit,
  children,
}: {
  /** Id of the edit box; the notes are `ID-notes` and the problem `ID-problem`. */
  readonly id: string;
  /** What a figure is counted in, at the end of the box. Its id is `ID-unit`. */
  readonly unit?: string | undefined;
  readonly label: string;
  readonly notes?: ReactNode;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {unit === undefined ? (
        children
      ) : (
        <div className={styles.withUnit}>
          {children}
          <span id={`${id}-unit`} className={styles.unit}>
            {unit}
          </span>
        </div>
      )}
      {notes !== undefined && (
        <div id={`${id}-notes`} className={styles.notes}>
          {notes}
        </div>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
