import type { Field, Json } from "../../../shared/model/field.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { fieldWord } from "../../../shared/model/words.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { ChoiceFieldEditor, type ChoiceGroup } from "./ChoiceFieldEditor.tsx";
import { FieldFrame } from "./FieldFrame.tsx";
import { listedChoices } from "./fieldChoices.ts";
import { mostCharactersOf } from "./fieldLimits.ts";
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
  /** What stands there while several records differ in it; `value` is undefined then. */
  readonly mixed?: string | undefined;
  /** What an `id` may name on a map. */
  readonly references: (field: Field<unknown>, map: SystemMap) => readonly ChoiceGroup[];
  /** Whether what the field belongs to can be written now. Default: always. */
  readonly canSave?: (() => boolean) | undefined;
  /** Writes the value; undefined is "not stated". Writes with the same `visit` are one step of the history. */
  readonly onSave: (value: Json | undefined, visit?: string) => void;
}

const linesOf: Readonly<Record<string, number>> = { notes: 4, text: 4, source: 2 };

/** A field with all that stands around it; see {@link FieldFrame}. */
export function FieldEditor(props: FieldEditorProps) {
  return (
    <FieldFrame name={props.name} field={props.field} value={props.value}>
      <Editor {...props} />
    </FieldFrame>
  );
}

/** The editor that fits a field's kind of value. */
function Editor(props: FieldEditorProps) {
  const { name, field, value, required = false, mixed, canSave, onSave } = props;
  const label = fieldWord(name);
  if (isTyped(field)) {
    return (
      <TypedFieldEditor
        draftKey={props.draftKey}
        name={name}
        label={label}
        field={field}
        value={value}
        required={required}
        rows={linesOf[name] ?? 1}
        mostCharacters={mostCharactersOf(name)}
        derived={props.derived}
        mixed={mixed}
        canSave={canSave}
        onSave={onSave}
      />
    );
  }
  switch (field.type) {
    case "yes-no":
      return (
        <YesNoFieldEditor label={label} value={value as boolean | undefined} mixed={mixed} onSave={onSave} />
      );
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
          canSave={canSave}
          onSave={onSave}
        />
      );
    case "id":
      return <ReferenceEditor {...props} />;
    default:
      return <OneOfEditor {...props} groups={listedChoices(name, field)} />;
  }
}

/** By itself: what can be named follows the map, and the other fields do not. */
function ReferenceEditor(props: FieldEditorProps) {
  const { map } = useSnapshot();
  return <OneOfEditor {...props} groups={props.references(props.field, map)} />;
}

function OneOfEditor({
  name,
  groups,
  value,
  required = false,
  mixed,
  derived,
  onSave,
}: FieldEditorProps & { readonly groups: readonly ChoiceGroup[] }) {
  return (
    <ChoiceFieldEditor
      label={fieldWord(name)}
      groups={groups}
      value={value as string | undefined}
      required={required}
      mixed={mixed}
      notes={derived}
      onSave={onSave}
    />
  );
}
