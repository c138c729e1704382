import { wordFor } from "../../../shared/model/words.ts";
import spoken from "../../ui/spoken.module.css";
import styles from "./fields.module.css";
import { type StatedList, statedAsNone, withValue } from "./listChoice.ts";
import { useDescription } from "./recordContext.ts";
import { listInWords } from "./valueWords.ts";

/** Any number out of a list, with "stated as none" kept apart from "not stated". */
export function ListFieldEditor({
  label,
  name,
  noneLabel,
  values,
  value,
  onSave,
}: {
  readonly label: string;
  /** The field's name in the format. */
  readonly name: string;
  /** What a stated empty list means here. */
  readonly noneLabel: string;
  readonly values: readonly string[];
  readonly value: StatedList;
  readonly onSave: (value: StatedList) => void;
}) {
  return (
    <details className={styles.listDetails}>
      <summary className={styles.listSummary}>
        <span className={styles.label}>{label}: </span>
        {listInWords(value, name, noneLabel)}
      </summary>
      <fieldset className={styles.set} aria-describedby={useDescription()}>
        <legend className={spoken.only}>{label}</legend>
        {values.map((each) => (
          <label key={each} className={styles.tick}>
            <input
              type="checkbox"
              checked={value?.includes(each) ?? false}
              onChange={(event) => onSave(withValue(value, each, event.target.checked, values))}
            />
            {wordFor(each, name)}
          </label>
        ))}
        <label className={styles.tickNone}>
          <input
            type="checkbox"
            checked={value?.length === 0}
            onChange={(event) => onSave(statedAsNone(event.target.checked))}
          />
          {noneLabel}
        </label>
      </fieldset>
    </details>
  );
}
