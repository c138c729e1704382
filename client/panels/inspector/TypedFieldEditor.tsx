import { type KeyboardEvent, useId } from "react";
import type { Field } from "../../../shared/model/field.ts";
import { Button } from "../../ui/Button.tsx";
import { describedBy, FieldShell } from "./FieldShell.tsx";
import styles from "./fields.module.css";
import { confirmation, textOf } from "./fieldText.ts";
import { type DraftField, type FieldValue, useDraftField } from "./useDraftField.ts";

const longestQuote = 120;

export interface TypedFieldEditorProps {
  readonly draftKey: string;
  readonly label: string;
  readonly field: Field<unknown>;
  readonly value: unknown;
  readonly required?: boolean;
  /** More than one makes room for several lines. */
  readonly rows?: number;
  /** What follows from other fields where this one is not stated. */
  readonly derived?: string | undefined;
  readonly onSave: (value: FieldValue, visit: string) => void;
}

/** An edit box for texts, dates and figures. */
export function TypedFieldEditor(props: TypedFieldEditorProps) {
  const { label, field, value, required = false, rows = 1, derived } = props;
  const id = useId();
  const draft = useDraftField({
    key: props.draftKey,
    label,
    field,
    stored: value,
    required,
    savesInPauses: field.type === "text",
    save: props.onSave,
  });
  const full = draft.state === "saved" ? confirmation(field, value) : undefined;
  const notes = full ?? (value === undefined ? derived : undefined);
  const conflict = draft.state === "changed-meanwhile";
  const box = {
    id,
    className: styles.box,
    dir: field.type === "text" ? "auto" : undefined,
    value: draft.text,
    "aria-invalid": draft.problem !== undefined,
    "aria-describedby": describedBy(id, {
      notes: notes !== undefined || conflict,
      problem: draft.problem !== undefined,
    }),
    onFocus: draft.beginVisit,
    onBlur: () => draft.commit(false),
    onChange: (event: { readonly target: { readonly value: string } }) => draft.type(event.target.value),
  };
  return (
    <FieldShell
      id={id}
      label={label}
      problem={draft.problem}
      notes={conflict ? <ChangedMeanwhile draft={draft} field={field} value={value} /> : notes}
    >
      {rows > 1 ? (
        <textarea {...box} rows={rows} onKeyDown={(event) => escapes(event, draft)} />
      ) : (
        <input
          {...box}
          type="text"
          autoComplete="off"
          spellCheck={field.type === "text"}
          placeholder={required ? undefined : "Not stated"}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) draft.commit(true);
            else escapes(event, draft);
          }}
        />
      )}
    </FieldShell>
  );
}

function escapes(event: KeyboardEvent, draft: DraftField): void {
  if (event.key !== "Escape" || draft.state === "saved") return;
  event.stopPropagation();
  draft.discard();
}

function ChangedMeanwhile({
  draft,
  field,
  value,
}: {
  readonly draft: DraftField;
  readonly field: Field<unknown>;
  readonly value: unknown;
}) {
  return (
    <div className={styles.conflict}>
      <p>
        Changed meanwhile to <q>{quoted(field, value)}</q>. What you typed is kept, not saved.
      </p>
      <div className={styles.choices}>
        <Button size="small" onPress={() => draft.commit(true)}>
          Save mine
        </Button>
        <Button size="small" onPress={draft.discard}>
          Use theirs
        </Button>
      </div>
    </div>
  );
}

function quoted(field: Field<unknown>, value: unknown): string {
  if (value === undefined || value === "") return "not stated";
  const text = textOf(field, value);
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
