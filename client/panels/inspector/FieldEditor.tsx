import type { Field, Json } from "../../../shared/model/field.ts";
import { fieldWord } from "../../../shared/model/words.ts";
import { ChoiceFieldEditor, type ChoiceGroup } from "./ChoiceFieldEditor.tsx";
import { listedChoices } from "./fieldChoices.ts";
import { isTyped } from "./fieldText.ts";
import { ListFieldEditor } from "./ListFieldEditor.tsx";
import { PairFieldEditor } from "./PairFieldEditor.tsx";
import { TypedFieldEditor } from "./TypedFieldEditor.tsx";
import { noneLabelFor } from "./valueWords.ts";
import { YesNoFieldEditor } from "./YesNoFieldEditor.tsx";

export interface FieldEditorProps {
  readonly draftKey: string;
  readonly name: string;
  readonly field: Field<unknown>;
  readonly value: unknown;
  readonly required?: boolean;
  /** Type of the element or relation that has the field. */
  readonly recordType: string;
  readonly derived?: string | undefined;
  /** What an `id` may name. */
  readonly references: (field: Field<unknown>) => readonly ChoiceGroup[];
  /** Writes the value; undefined is "not stated". Writes with the same `visit` are one step of the history. */
  readonly onSave: (value: Json | undefined, visit?: string) => void;
}

const linesOf: Readonly<Record<string, number>> = { notes: 4, text: 4, source: 2 };

/** The editor that fits a field's kind of value. */
export function FieldEditor(props: FieldEditorProps) {
  const { name, field, value, required = false, onSave } = props;
  const label = fieldWord(name);
  if (isTyped(field)) {
    return (
      <TypedFieldEditor
        draftKey={props.draftKey}
        label={label}
        field={field}
        value={value}
        required={required}
        rows={linesOf[name] ?? 1}
        derived={props.derived}
        onSave={onSave}
      />
    );
  }
  switch (field.type) {
    case "yes-no":
      return <YesNoFieldEditor label={label} value={value as boolean | undefined} onSave={onSave} />;
    case "list-of":
      return (
        <ListFieldEditor
          label={label}
          name={name}
          noneLabel={noneLabelFor(name, props.recordType)}
          values={field.values ?? []}
          value={value as readonly string[] | undefined}
          onSave={onSave}
        />
      );
    case "point":
    case "size":
      return (
        <PairFieldEditor
          type={field.type}
          draftKey={props.draftKey}
          value={(value ?? {}) as Readonly<Record<string, Json>>}
          onSave={onSave}
        />
      );
    default:
      return (
        <ChoiceFieldEditor
          label={label}
          groups={field.type === "id" ? props.references(field) : listedChoices(name, field)}
          value={value as string | undefined}
          required={required}
          notes={props.derived}
          onSave={onSave}
        />
      );
  }
}
