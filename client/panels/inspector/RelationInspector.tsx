import type { Relation } from "../../../shared/model/relation.ts";
import { useCanEdit, useOfSnapshot } from "../../sync/sessionContext.tsx";
import { Sentence } from "../Sentence.tsx";
import { relationSentence } from "./connections.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import { ExplainButton } from "./ExplainButton.tsx";
import { elementName } from "./elementName.ts";
import { FieldsOfRecord } from "./FieldsOfRecord.tsx";
import { FindingLinks } from "./FindingLinks.tsx";
import { relationFieldGroups } from "./fieldGroups.ts";
import { followLink } from "./followLink.ts";
import styles from "./Inspector.module.css";
import { InspectorHeading } from "./InspectorHeading.tsx";
import { endWords, relationTypeWord } from "./relationWords.ts";
import { UnknownFields } from "./UnknownFields.tsx";
import { useRecordFindings } from "./useRecordFindings.ts";

/** Every field of one relation, and the way to its two ends. */
export function RelationInspector({ relation }: { readonly relation: Relation }) {
  const canEdit = useCanEdit();
  const sentence = useOfSnapshot((snapshot) => relationSentence(snapshot, relation));
  const groups = relationFieldGroups(relation.type);
  const [startWord, endWord] = endWords(relation.type);
  const { atField, others } = useRecordFindings(relation.id, relation.type, canEdit);
  return (
    <>
      <InspectorHeading
        kicker={`Connection · ${relationTypeWord(relation.type)}`}
        aside={canEdit && <ExplainButton />}
      >
        <Sentence text={sentence} />
      </InspectorHeading>
      <ul className={styles.links}>
        <End label={startWord} id={relation.from} />
        <End label={endWord} id={relation.to} />
      </ul>
      <FindingLinks findings={others} />
      <FieldsOfRecord record={relation} groups={groups} findings={atField} isEdited={canEdit} />
      <UnknownFields record={relation} groups={groups} />
      {canEdit && <DeleteButton ids={[relation.id]} what="this connection" />}
    </>
  );
}

function End({ label, id }: { readonly label: string; readonly id: string }) {
  const element = useOfSnapshot(({ elementById }) => elementById.get(id));
  if (element === undefined) return null;
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => followLink([id])}>
        <span className={styles.verb}>{label}</span> <bdi>{elementName(element)}</bdi>
      </button>
    </li>
  );
}
