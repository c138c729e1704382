import { useMemo } from "react";
import { longDate } from "../../../shared/drawing/dateWords.ts";
import { isoDate, oneOf, text } from "../../../shared/model/field.ts";
import {
  FINDINGS_SHOWN_TO,
  type FindingsShownTo,
  MARKINGS,
  type Marking,
  REGIMES,
} from "../../../shared/model/systemMap.ts";
import { fieldWord, wordFor } from "../../../shared/model/words.ts";
import { openFindingDialog } from "../../findings/findingDialogs.ts";
import { useSession, useSnapshot } from "../../sync/sessionContext.tsx";
import { ChoiceFieldEditor } from "./ChoiceFieldEditor.tsx";
import { draftKey } from "./draftStore.ts";
import { FieldEditor } from "./FieldEditor.tsx";
import { FieldFrame } from "./FieldFrame.tsx";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import { listedChoices } from "./fieldChoices.ts";
import styles from "./Inspector.module.css";
import { NO_FINDINGS, RecordContext } from "./recordContext.ts";
import { useEditors } from "./useEditors.ts";
import { NOT_STATED } from "./valueWords.ts";

const FIELDS = [
  { name: "title", field: text, required: true },
  { name: "regime", field: oneOf(REGIMES), required: true },
  { name: "asOf", field: isoDate, required: false },
] as const;
const markingField = oneOf(MARKINGS);
const shownToField = oneOf(FINDINGS_SHOWN_TO);

/** Title, regime and date of the map; its marking, and for the facilitator who sees the findings. */
export function MapFields({ canEdit }: { readonly canEdit: boolean }) {
  return (
    <FieldGroupSection title="Title, law and date">
      {canEdit ? <EditedFields /> : <ReadFields />}
    </FieldGroupSection>
  );
}

function EditedFields() {
  const session = useSession();
  const { map } = useSnapshot();
  const editors = useEditors("map");
  const around = useMemo(() => ({ id: "map", type: "map", editors, findings: NO_FINDINGS }), [editors]);
  return (
    <RecordContext value={around}>
      {FIELDS.map(({ name, field, required }) => (
        <FieldEditor
          key={name}
          draftKey={draftKey(session.id, "map", name)}
          name={name}
          field={field}
          value={map[name]}
          required={required}
          recordType="map"
          references={() => []}
          canSave={() => session.canEdit}
          onSave={(value, visit) => {
            if (name === "regime") askForRegime(value);
            else if (value === undefined || typeof value === "string")
              session.perform(
                `Change the map’s ${fieldWord(name).toLowerCase()}`,
                (editor) => editor.setMapField(name, value),
                visit,
              );
          }}
        />
      ))}
      <FieldFrame name="marking" field={markingField} value={map.settings?.marking}>
        <ChoiceFieldEditor
          label="Marking"
          noneLabel="None"
          groups={listedChoices("marking", markingField)}
          value={map.settings?.marking}
          onSave={(value) =>
            session.perform("Change the marking", (editor) => editor.setMarking(value as Marking | undefined))
          }
        />
      </FieldFrame>
      {session.role === "owner" && (
        <FieldFrame name="findingsShownTo" field={shownToField} value={map.settings?.findingsShownTo}>
          <ChoiceFieldEditor
            label="Findings are shown to"
            required
            groups={listedChoices("findingsShownTo", shownToField)}
            value={map.settings?.findingsShownTo ?? "all"}
            onSave={(value) =>
              session.perform("Change who sees the findings", (editor) =>
                editor.setFindingsShownTo(value as FindingsShownTo | undefined),
              )
            }
          />
        </FieldFrame>
      )}
    </RecordContext>
  );
}

/** What another Act would change is shown before the map is switched to it. */
function askForRegime(value: unknown): void {
  const regime = REGIMES.find((each) => each === value);
  if (regime !== undefined) openFindingDialog({ kind: "regime", regime });
}

function ReadFields() {
  const { map } = useSnapshot();
  const marking = map.settings?.marking;
  const facts = [
    { label: fieldWord("regime"), text: wordFor(map.regime) },
    { label: fieldWord("asOf"), text: map.asOf === undefined ? NOT_STATED : longDate(map.asOf) },
    ...(marking === undefined ? [] : [{ label: "Marking", text: wordFor(marking) }]),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text: fact }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
