import type { ReactNode } from "react";
import styles from "./fields.module.css";

/** What stands around an edit box: its label above; below it notes, and what is wrong. */
export function FieldShell({
  id,
  label,
  notes,
  problem,
  children,
}: {
  /** Id of the edit box; the notes are `ID-notes` and the problem `ID-problem`. */
  readonly id: string;
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
      {children}
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

/** The ids that describe an edit box, for `aria-describedby`. */
export function describedBy(id: string, has: { notes: boolean; problem: boolean }): string | undefined {
  const ids = [...(has.notes ? [`${id}-notes`] : []), ...(has.problem ? [`${id}-problem`] : [])];
  return ids.length === 0 ? undefined : ids.join(" ");
}
