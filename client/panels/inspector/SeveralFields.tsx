import { useMemo } from "react";
import type { Json } from "../../../shared/model/field.ts";
import { elementTypeWord, fieldWord } from "../../../shared/model/words.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { commonValue, isRequiredInAll, type Together, valueIn } from "./commonFields.ts";
import { draftKey, severalId } from "./draftStore.ts";
import { FieldEditor } from "./FieldEditor.tsx";
import { FieldFrame } from "./FieldFrame.tsx";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import { referenceChoices } from "./fieldChoices.ts";
import { grouped, type NamedField } from "./fieldGroups.ts";
import styles from "./fields.module.css";
import { isTyped } from "./fieldText.ts";
import type { StatedList } from "./listChoice.ts";
import { NO_EDITORS, NO_FINDINGS, RecordContext } from "./recordContext.ts";
import { SeveralListField } from "./SeveralListField.tsx";
import { noneLabelFor } from "./valueWords.ts";

/** The fields that all of several records have; an edit writes to all of them in one step. */
export function SeveralFields({ common: { records, fields } }: { readonly common: Together }) {
  const type = records.every((record) => record.type === records[0]?.type) ? (records[0]?.type ?? "") : "";
  const around = useMemo(() => ({ id: undefined, type, editors: NO_EDITORS, findings: NO_FINDINGS }), [type]);
  return (
    <RecordContext value={around}>
      {grouped(fields).map((group) => (
        <FieldGroupSection key={group.title} title={group.title}>
          {group.fields.map((field) => (
            <SeveralField key={field.name} named={field} records={records} type={type} />
          ))}
        </FieldGroupSection>
      ))}
    </RecordContext>
  );
}

function SeveralField({
  named: { name, field },
  records,
  type,
}: {
  readonly named: NamedField;
  readonly records: Together["records"];
  readonly type: string;
}) {
  const session = useSession();
  const { value, different } = commonValue(records, name);
  const label = `Change ${fieldWord(name).toLowerCase()} of ${wordsFor(records)}`;
  const save = (valueFor: (record: Together["records"][number]) => Json | undefined, visit?: string) =>
    session.perform(
      label,
      (editor) => {
        for (const record of records) editor.setField(record.id, name, valueFor(record));
      },
      visit,
    );
  if (field.type === "list-of") {
    return (
      <FieldFrame name={name} field={field} value={value}>
        <SeveralListField
          name={name}
          noneLabel={noneLabelFor(name, type)}
          values={field.values ?? []}
          lists={records.map((record) => valueIn(record, name) as StatedList)}
          onSave={(lists) => save((record) => lists[records.indexOf(record)])}
        />
      </FieldFrame>
    );
  }
  const mixed = different > 1 ? `Mixed (${different} values)` : undefined;
  return (
    <>
      <FieldEditor
        draftKey={draftKey(session.id, severalId(records.map(({ id }) => id)), name)}
        name={name}
        field={field}
        value={value}
        mixed={mixed}
        required={isRequiredInAll(records, name)}
        recordType={type}
        references={(reference, { elements }) => referenceChoices(reference, "", elements)}
        canSave={() => session.canEdit}
        onSave={(saved, visit) => save(() => saved, visit)}
      />
      {mixed !== undefined && isTyped(field) && (
        <button type="button" className={styles.clear} onClick={() => save(() => undefined)}>
          Take {fieldWord(name).toLowerCase()} off all {records.length}
        </button>
      )}
    </>
  );
}

/** “5 contracts”, “3 cards and connections”. */
export function wordsFor(records: Together["records"]): string {
  const cards = records.filter((record) => "position" in record);
  const count = records.length;
  if (cards.length === 0) return `${count} connections`;
  if (cards.length < count) return `${count} cards and connections`;
  const [first] = cards;
  const isOneType = first !== undefined && cards.every((card) => card.type === first.type);
  return `${count} ${isOneType ? elementTypeWord(first.type).toLowerCase() : "card"}s`;
}
