import { type KeyboardEvent, useId } from "react";
import type { Field } from "../../../shared/model/field.ts";
import { DraftChoices } from "./DraftChoices.tsx";
import { FieldShell } from "./FieldShell.tsx";
import styles from "./fields.module.css";
import { confirmation } from "./fieldText.ts";
import { fieldUnit } from "./fieldUnit.ts";
import { useDescription } from "./recordContext.ts";
import { type DraftField, type FieldValue, useDraftField } from "./useDraftField.ts";

const always = () => true;

export interface TypedFieldEditorProps {
  readonly draftKey: string;
  /** The field's name in the format; it decides what a figure is counted in. */
  readonly name?: string;
  readonly label: string;
  readonly field: Field<unknown>;
  readonly value: unknown;
  readonly required?: boolean;
  /** More than one makes room for several lines. */
  readonly rows?: number;
  /** The most characters that a text may have here. */
  readonly mostCharacters?: number | undefined;
  /** What follows from other fields where this one is not stated. */
  readonly derived?: string | undefined;
  /** What stands there while several records differ in it: "Mixed (3 values)". */
  readonly mixed?: string | undefined;
  /** Default: always. */
  readonly canSave?: (() => boolean) | undefined;
  readonly onSave: (value: FieldValue, visit: string) => void;
}

/** An edit box for texts, dates and figures. */
export function TypedFieldEditor(props: TypedFieldEditorProps) {
  const { name = "", label, field, value, required = false, rows = 1, mixed } = props;
  const id = useId();
  const draft = useDraftField({
    key: props.draftKey,
    label,
    field,
    stored: value,
    required,
    mostCharacters: props.mostCharacters,
    savesInPauses: field.type === "text" && mixed === undefined,
    canSave: props.canSave ?? always,
    save: props.onSave,
  });
  const isAsking = draft.state === "changed-meanwhile" || (draft.isFromBefore && draft.problem === undefined);
  const notes = isAsking ? undefined : notesFor(draft, props);
  const unit = fieldUnit(name, field, draft.text);
  const box = {
    id,
    className: styles.box,
    dir: field.type === "text" ? "auto" : undefined,
    value: draft.text,
    "aria-invalid": draft.problem !== undefined,
    "aria-describedby": useDescription(
      unit !== undefined && `${id}-unit`,
      (isAsking || notes !== undefined) && `${id}-notes`,
      draft.problem !== undefined && `${id}-problem`,
    ),
    onFocus: draft.beginVisit,
    onBlur: draft.endVisit,
    onChange: (event: { readonly target: { readonly value: string } }) => draft.type(event.target.value),
  };
  return (
    <FieldShell
      id={id}
      label={label}
      unit={unit}
      problem={draft.problem}
      notes={isAsking ? <DraftChoices draft={draft} field={field} value={value} /> : notes}
    >
      {rows > 1 ? (
        <textarea {...box} rows={rows} placeholder={mixed} onKeyDown={(event) => escapes(event, draft)} />
      ) : (
        <input
          {...box}
          type="text"
          autoComplete="off"
          spellCheck={field.type === "text"}
          placeholder={mixed ?? (required ? undefined : "Not stated")}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) draft.commit(true);
            else escapes(event, draft);
          }}
        />
      )}
    </FieldShell>
  );
}

/** How what is typed is understood, at each key; else the full figure of what stands there, or what follows from other fields. */
function notesFor(
  draft: DraftField,
  { field, value, derived, mixed }: TypedFieldEditorProps,
): string | undefined {
  const read = draft.state === "saved" ? value : draft.reading;
  const full = confirmation(field, read);
  if (full !== undefined && full !== draft.text) return full;
  return value === undefined && draft.state === "saved" && mixed === undefined ? derived : undefined;
}

function escapes(event: KeyboardEvent, draft: DraftField): void {
  if (event.key !== "Escape" || draft.state === "saved") return;
  event.stopPropagation();
  draft.discard();
}
