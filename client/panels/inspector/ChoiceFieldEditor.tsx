import { useId } from "react";
import { FieldShell } from "./FieldShell.tsx";
import styles from "./fields.module.css";
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

/** One out of a list; "Not stated" is the first choice unless the field must have a value. */
export function ChoiceFieldEditor({
  label,
  groups,
  value,
  required = false,
  noneLabel = NOT_STATED,
  notes,
  onSave,
}: {
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: string | undefined;
  readonly required?: boolean;
  /** What no choice is called; default "Not stated". */
  readonly noneLabel?: string;
  readonly notes?: string | undefined;
  readonly onSave: (value: string | undefined) => void;
}) {
  const id = useId();
  return (
    <FieldShell id={id} label={label} notes={notes}>
      <select
        id={id}
        className={styles.box}
        value={value ?? ""}
        data-empty={value === undefined}
        aria-describedby={notes === undefined ? undefined : `${id}-notes`}
        onChange={(event) => onSave(event.target.value === "" ? undefined : event.target.value)}
      >
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
