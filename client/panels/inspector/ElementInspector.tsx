import type { MapElement } from "../../../shared/model/element.ts";
import { elementTypeWord, wordFor } from "../../../shared/model/words.ts";
import { useCanEdit } from "../../sync/sessionContext.tsx";
import { ConnectionList } from "./ConnectionList.tsx";
import { DeleteButton } from "./DeleteButton.tsx";
import { elementName } from "./elementName.ts";
import { FindingLinks } from "./FindingLinks.tsx";
import { elementFieldGroups } from "./fieldGroups.ts";
import { InspectorHeading } from "./InspectorHeading.tsx";
import { ReadOnlyFields } from "./ReadOnlyFields.tsx";
import { RecordFields } from "./RecordFields.tsx";
import { UnknownFields } from "./UnknownFields.tsx";

/** Every field of one element, what it is connected to, and what the rules say about it. */
export function ElementInspector({ element }: { readonly element: MapElement }) {
  const canEdit = useCanEdit();
  const groups = elementFieldGroups(element.type);
  const typeWord = elementTypeWord(element.type);
  const kind = "kind" in element && element.kind !== undefined ? wordFor(element.kind, "kind") : undefined;
  return (
    <>
      <InspectorHeading kicker={kind === undefined ? typeWord : `${typeWord} · ${kind}`}>
        <bdi>{elementName(element)}</bdi>
      </InspectorHeading>
      <FindingLinks id={element.id} />
      {canEdit ? (
        <RecordFields record={element} groups={groups} />
      ) : (
        <ReadOnlyFields record={element} groups={groups} />
      )}
      <ConnectionList element={element} />
      <UnknownFields record={element} groups={groups} />
      {canEdit && <DeleteButton ids={[element.id]} what={`this ${typeWord.toLowerCase()}`} />}
    </>
  );
}
