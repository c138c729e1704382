import { useId } from "react";
import styles from "./fields.module.css";
import { useDescription } from "./recordContext.ts";

const ANSWERS = [
  { label: "Yes", value: true },
  { label: "No", value: false },
  { label: "Not stated", value: undefined },
] as const;

/** Yes, no, or not stated: absent never means no. */
export function YesNoFieldEditor({
  label,
  value,
  mixed,
  onSave,
}: {
  readonly label: string;
  readonly value: boolean | undefined;
  /** Several records differ in it: none of the answers is ticked. */
  readonly mixed?: string | undefined;
  readonly onSave: (value: boolean | undefined) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.set} aria-describedby={useDescription()}>
      <legend className={styles.label}>
        {label}
        {mixed !== undefined && <span className={styles.mixed}> · {mixed}</span>}
      </legend>
      <div className={styles.segments}>
        {ANSWERS.map((answer) => (
          <label key={answer.label} className={styles.segment}>
            <input
              type="radio"
              name={name}
              checked={mixed === undefined && value === answer.value}
              onChange={() => onSave(answer.value)}
            />
            {answer.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
