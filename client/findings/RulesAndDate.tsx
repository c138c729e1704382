import { longDate } from "../../shared/drawing/dateWords.ts";
import { isoDate } from "../../shared/model/field.ts";
import { REGIMES } from "../../shared/model/systemMap.ts";
import { wordFor } from "../../shared/model/words.ts";
import { rulePackNote } from "../../shared/rules/rulePack.ts";
import { draftKey } from "../panels/inspector/draftStore.ts";
import { TypedFieldEditor } from "../panels/inspector/TypedFieldEditor.tsx";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Select } from "../ui/Select.tsx";
import { openFindingDialog } from "./findingDialogs.ts";
import { actWord } from "./findingWords.ts";
import styles from "./RulesAndDate.module.css";

/** Under which Act the map is checked and which day it shows; for those who may edit, to be changed. */
export function RulesAndDate({ onLeave }: { /** A dialog takes over. */ readonly onLeave: () => void }) {
  const { map } = useSnapshot();
  const canEdit = useCanEdit();
  const note = rulePackNote(map.regime);
  return (
    <div className={styles.form}>
      {canEdit ? <Edited onLeave={onLeave} /> : <Read />}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </div>
  );
}

function Edited({ onLeave }: { readonly onLeave: () => void }) {
  const session = useSession();
  const { map } = useSnapshot();
  return (
    <>
      <Select
        label="Rules that apply"
        options={REGIMES.map((regime) => ({ value: regime, label: actWord(regime) }))}
        value={map.regime}
        onChange={(regime) => {
          if (regime === map.regime) return;
          onLeave();
          openFindingDialog({ kind: "regime", regime });
        }}
        description="What another Act would change is shown before you switch."
      />
      <TypedFieldEditor
        draftKey={draftKey(session.id, "map", "asOf")}
        label="As of"
        field={isoDate}
        value={map.asOf}
        derived="The day that the map shows. Rules with a date stay silent without one."
        onSave={(value, visit) =>
          session.perform(
            "Change the date of the map",
            (editor) => editor.setMapField("asOf", value === undefined ? undefined : String(value)),
            visit,
          )
        }
      />
    </>
  );
}

function Read() {
  const { map } = useSnapshot();
  return (
    <p className={styles.read}>
      {wordFor(map.regime)}
      <br />
      {map.asOf === undefined ? "No date stated" : `As of ${longDate(map.asOf)}`}
    </p>
  );
}
