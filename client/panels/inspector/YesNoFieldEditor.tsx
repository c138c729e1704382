import { useId } from "react";
import styles from "./fields.module.css";

const ANSWERS = [
  { label: "Yes", value: true },
  { label: "No", value: false },
  { label: "Not stated", value: undefined },
] as const;

/** Yes, no, or not stated: absent never means no. */
export function YesNoFieldEditor({
  label,
  value,
  onSave,
}: {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onSave: (value: boolean | undefined) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.segments}>
        {ANSWERS.map((answer) => (
          <label key={answer.label} className={styles.segment}>
            <input
              type="radio"
              name={name}
              checked={value === answer.value}
              onChange={() => onSave(answer.value)}
            />
            {answer.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
