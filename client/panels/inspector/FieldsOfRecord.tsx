import { type ReactNode, useMemo } from "react";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import { DerivedFigures } from "./DerivedFigures.tsx";
import type { FieldGroup } from "./fieldGroups.ts";
import { ReadOnlyFields } from "./ReadOnlyFields.tsx";
import { RecordFields } from "./RecordFields.tsx";
import { RecordContext } from "./recordContext.ts";
import { useEditors } from "./useEditors.ts";

/** The fields of an element or relation, to be edited or only read, with what follows from them behind those about money. */
export function FieldsOfRecord({
  record,
  groups,
  findings,
  isEdited,
  children,
}: {
  readonly record: MapElement | Relation;
  readonly groups: readonly FieldGroup[];
  /** What the rules say, by field. */
  readonly findings: ReadonlyMap<string, readonly CheckedFinding[]>;
  readonly isEdited: boolean;
  /** What stands behind the fields. */
  readonly children?: ReactNode;
}) {
  const editors = useEditors(record.id);
  const around = useMemo(
    () => ({ id: record.id, type: record.type, editors, findings }),
    [record.id, record.type, editors, findings],
  );
  const isFirst = ({ title }: FieldGroup) => title === "Basics" || title === "Money";
  const figures = <DerivedFigures id={record.id} />;
  return (
    <RecordContext value={around}>
      {isEdited ? (
        <>
          <RecordFields record={record} groups={groups.filter(isFirst)} />
          {figures}
          <RecordFields record={record} groups={groups.filter((group) => !isFirst(group))} />
        </>
      ) : (
        <>
          <ReadOnlyFields record={record} groups={groups} />
          {figures}
        </>
      )}
      {children}
    </RecordContext>
  );
}
