import type { MapElement } from "../../../shared/model/element.ts";
import { TYPES_WITH_REQUIRED_KIND } from "../../../shared/model/element.ts";
import type { Json } from "../../../shared/model/field.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { fieldWord } from "../../../shared/model/words.ts";
import { askForKind } from "../../actions/askForKind.ts";
import { useOfSnapshot, useSession } from "../../sync/sessionContext.tsx";
import { derivedFigure } from "./derivedFigure.ts";
import { draftKey } from "./draftStore.ts";
import { FieldEditor } from "./FieldEditor.tsx";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import { referenceChoices } from "./fieldChoices.ts";
import type { FieldGroup } from "./fieldGroups.ts";
import { GroupAside } from "./GroupAside.tsx";

type Values = Readonly<Record<string, unknown>>;

/** Fields of an element or relation, to be edited. */
export function RecordFields({
  record,
  groups,
}: {
  readonly record: MapElement | Relation;
  readonly groups: readonly FieldGroup[];
}) {
  const session = useSession();
  const element = useOfSnapshot(({ elementById }) => elementById.get(record.id));
  const values = record as unknown as Values;
  const save = (name: string, value: Json | undefined, visit?: string) => {
    if (name === "kind" && element !== undefined && askForKind(session, element, value)) return;
    session.perform(
      `Change ${fieldWord(name).toLowerCase()}`,
      (editor) => editor.setField(record.id, name, value),
      visit,
    );
  };
  const canSave = () => {
    const now = session.snapshots.get();
    return session.canEdit && (now.elementById.has(record.id) || now.relationById.has(record.id));
  };
  return groups.map((group) => (
    <FieldGroupSection
      key={group.title}
      title={group.title}
      aside={<GroupAside fields={group.fields} values={values} />}
    >
      {group.fields.map(({ name, field }) => (
        <FieldEditor
          key={name}
          draftKey={draftKey(session.id, record.id, name)}
          name={name}
          field={field}
          value={values[name]}
          required={isRequired(element, name)}
          recordType={record.type}
          derived={element && derivedFigure(element, name)}
          references={(reference, { elements }) => referenceChoices(reference, record.id, elements)}
          canSave={canSave}
          onSave={(value, visit) => save(name, value, visit)}
        />
      ))}
    </FieldGroupSection>
  ));
}

function isRequired(element: MapElement | undefined, field: string): boolean {
  if (element === undefined) return false;
  return field === "name" || (field === "kind" && TYPES_WITH_REQUIRED_KIND.has(element.type));
}
