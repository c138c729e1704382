import type { MapElement } from "../../../shared/model/element.ts";
import { isLocked } from "../../../shared/model/locked.ts";
import { elementTypeWord, wordFor } from "../../../shared/model/words.ts";
import { useCanEdit } from "../../sync/sessionContext.tsx";
import { ConnectionList } from "./ConnectionList.tsx";
import { ConvertButton } from "./ConvertButton.tsx";
import { DeleteButton } from "./DeleteButton.tsx";
import { ExplainButton } from "./ExplainButton.tsx";
import { elementName } from "./elementName.ts";
import { FieldsOfRecord } from "./FieldsOfRecord.tsx";
import { FindingLinks } from "./FindingLinks.tsx";
import { elementFieldGroups } from "./fieldGroups.ts";
import styles from "./Inspector.module.css";
import { InspectorHeading } from "./InspectorHeading.tsx";
import { LockedLine } from "./LockedLine.tsx";
import { UnknownFields } from "./UnknownFields.tsx";
import { useRecordFindings } from "./useRecordFindings.ts";

/** Every field of one element, what it is connected to, and what the rules say about it. */
export function ElementInspector({ element }: { readonly element: MapElement }) {
  const canEdit = useCanEdit();
  const locked = isLocked(element);
  const isEdited = canEdit && !locked;
  const groups = elementFieldGroups(element.type);
  const { atField, others } = useRecordFindings(element.id, element.type, isEdited);
  const typeWord = elementTypeWord(element.type);
  const kind = "kind" in element && element.kind !== undefined ? wordFor(element.kind, "kind") : undefined;
  return (
    <>
      <InspectorHeading
        kicker={kind === undefined ? typeWord : `${typeWord} · ${kind}`}
        aside={isEdited && <ExplainButton />}
      >
        <bdi>{elementName(element)}</bdi>
      </InspectorHeading>
      {canEdit && locked && <LockedLine />}
      <FindingLinks findings={others} />
      <FieldsOfRecord record={element} groups={groups} findings={atField} isEdited={isEdited} />
      <ConnectionList element={element} />
      <UnknownFields record={element} groups={groups} />
      {isEdited && (
        <div className={styles.buttons}>
          <ConvertButton id={element.id} />
          <DeleteButton ids={[element.id]} what={`this ${typeWord.toLowerCase()}`} />
        </div>
      )}
    </>
  );
}
