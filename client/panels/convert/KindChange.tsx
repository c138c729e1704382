import { useMemo } from "react";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { kindNotes } from "../../actions/kindNotes.ts";
import { compareChecks } from "../../findings/compareChecks.ts";
import styles from "../../findings/dialogs.module.css";
import { findingsAreForFacilitatorsOnly } from "../../findings/findingsAudience.ts";
import { severityWord } from "../../findings/findingWords.ts";
import { SeverityShape, severitySign } from "../../findings/SeverityShape.tsx";
import { useSession, useSnapshot } from "../../sync/sessionContext.tsx";
import parts from "../../ui/dialogParts.module.css";
import spoken from "../../ui/spoken.module.css";
import { Sentence } from "../Sentence.tsx";
import listStyles from "./convert.module.css";

const mostListed = 6;

/** What would no longer fit an element of another kind, and what the rules would say then. Everything is kept. */
export function KindChange({ element, kind }: { readonly element: MapElement; readonly kind: string }) {
  const session = useSession();
  const snapshot = useSnapshot();
  const notes = element.type === "organisation" ? kindNotes(snapshot, element, kind) : [];
  const isWithheld = findingsAreForFacilitatorsOnly(snapshot.map.settings, session.role);
  return (
    <>
      {notes.length > 0 && (
        <div className={parts.warning}>
          <p className={parts.strong}>This would no longer fit:</p>
          <ul className={listStyles.list}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {!isWithheld && <NewFindings element={element} kind={kind} />}
      <p className={parts.soft}>All fields and connections are kept as they are.</p>
    </>
  );
}

function NewFindings({ element, kind }: { readonly element: MapElement; readonly kind: string }) {
  const snapshot = useSnapshot();
  const come = useMemo(() => {
    const elements = snapshot.map.elements.map((each) =>
      each.id === element.id ? ({ ...each, kind } as MapElement) : each,
    );
    const changed = snapshotOf({ ...snapshot.map, elements });
    return compareChecks(checkMap(snapshot), checkMap(changed)).come;
  }, [snapshot, element.id, kind]);
  if (come.length === 0) return <p>The rules would find nothing new.</p>;
  return (
    <div className={styles.part}>
      <p className={parts.strong}>
        The rules would find {come.length === 1 ? "1 thing" : `${come.length} things`} more:
      </p>
      <ul className={styles.changes}>
        {come.slice(0, mostListed).map((finding) => (
          <li key={finding.key} className={styles.change}>
            <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
            <span>
              <span className={spoken.only}>{severityWord(finding.severity)}: </span>
              <Sentence text={finding.title} />
            </span>
          </li>
        ))}
      </ul>
      {come.length > mostListed && <p className={parts.soft}>and {come.length - mostListed} more</p>}
    </div>
  );
}
