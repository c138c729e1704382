import { useId } from "react";
import { FieldShell } from "./FieldShell.tsx";
import styles from "./fields.module.css";
import { useDescription } from "./recordContext.ts";
import { NOT_STATED } from "./valueWords.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface ChoiceGroup {
  /** Empty: the choices stand outside of any group. */
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** No value of a listed field is written so. */
const MIXED = "~mixed";

/** One out of a list; "Not stated" is the first choice unless the field must have a value. */
export function ChoiceFieldEditor({
  label,
  groups,
  value,
  required = false,
  noneLabel = NOT_STATED,
  mixed,
  notes,
  onSave,
}: {
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: string | undefined;
  readonly required?: boolean;
  /** What no choice is called; default "Not stated". */
  readonly noneLabel?: string;
  /** What stands there while several records differ in it: "Mixed (3 values)". */
  readonly mixed?: string | undefined;
  readonly notes?: string | undefined;
  readonly onSave: (value: string | undefined) => void;
}) {
  const id = useId();
  const description = useDescription(notes !== undefined && `${id}-notes`);
  return (
    <FieldShell id={id} label={label} notes={notes}>
      <select
        id={id}
        className={styles.box}
        value={mixed === undefined ? (value ?? "") : MIXED}
        data-empty={value === undefined}
        aria-describedby={description}
        onChange={(event) => onSave(event.target.value === "" ? undefined : event.target.value)}
      >
        {mixed !== undefined && (
          <option value={MIXED} disabled>
            {mixed}
          </option>
        )}
        {!required && <option value="">{noneLabel}</option>}
        {groups.map(({ title, choices }) =>
          title === "" ? (
            <Options key={title} choices={choices} />
          ) : (
            <optgroup key={title} label={title}>
              <Options choices={choices} />
            </optgroup>
          ),
        )}
      </select>
    </FieldShell>
  );
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
