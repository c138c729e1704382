import { useId } from "react";
import { rulePackNote } from "../../shared/rules/rulePack.ts";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { FindingList } from "./FindingList.tsx";
import { FindingsMenu } from "./FindingsMenu.tsx";
import styles from "./FindingsPanel.module.css";
import { findingsAreForFacilitatorsOnly } from "./findingsAudience.ts";
import { rulesWord } from "./findingWords.ts";
import { RulesInForce } from "./RulesInForce.tsx";
import { RulesSetOtherwise } from "./RulesSetOtherwise.tsx";

/** What the rules say about the map: counts, what stands with its fixes, and what the room has accepted. */
export function FindingsPanel() {
  const { role } = useSession();
  const canEdit = useCanEdit();
  const { map } = useSnapshot();
  const headingId = useId();
  const note = rulePackNote(map.regime, rulesWord(map.regime));
  const withheld = findingsAreForFacilitatorsOnly(map.settings, role);
  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <div className={styles.top}>
        <h2 id={headingId} className={styles.heading} tabIndex={-1}>
          Findings
        </h2>
        {role === "owner" && canEdit && <FindingsMenu />}
        <RulesInForce />
      </div>
      {withheld ? (
        <p className={styles.note}>
          The facilitator has chosen to see the findings alone. They are not shown to you.
        </p>
      ) : (
        <>
          {map.settings?.findingsShownTo === "facilitators" && (
            <p className={styles.note}>Only facilitators see these findings.</p>
          )}
          <RulesSetOtherwise />
          <FindingList headingId={headingId} />
        </>
      )}
      <p className={styles.foot}>
        Not legal advice. A finding says what may be wrong on this drawing.
        {note !== undefined && ` ${note}`}
      </p>
    </section>
  );
}
