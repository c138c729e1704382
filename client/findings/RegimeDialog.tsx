import { useMemo } from "react";
import type { Severity } from "../../shared/model/systemMap.ts";
import { wordFor } from "../../shared/model/words.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { rulePackNote } from "../../shared/rules/rulePack.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import parts from "../ui/dialogParts.module.css";
import { compareChecks, comparisonWords } from "./compareChecks.ts";
import styles from "./dialogs.module.css";
import type { FindingDialogProps } from "./FindingDialogs.tsx";
import { findingsAreForFacilitatorsOnly } from "./findingsAudience.ts";
import { rulesWord, severityWord } from "./findingWords.ts";
import { performWithUndo } from "./performWithUndo.ts";
import { SeverityShape, severitySign } from "./SeverityShape.tsx";

const mostListed = 100;

/** Which findings go and come under another Act, before the map is switched to it. */
export function RegimeDialog({ asked: { regime }, onClose }: FindingDialogProps<"regime">) {
  const session = useSession();
  const canEdit = useCanEdit();
  const { map } = useSnapshot();
  const note = rulePackNote(regime);
  const isWithheld = findingsAreForFacilitatorsOnly(map.settings, session.role);
  const change = () => {
    onClose();
    performWithUndo(
      session,
      `Switch to the ${rulesWord(regime)}`,
      (editor) => editor.setMapField("regime", regime),
      `The map is checked by the ${rulesWord(regime)} now.`,
    );
  };
  return (
    <Dialog title={`Switch to the ${rulesWord(regime)}?`} isOpen onClose={onClose} width="wide">
      <div className={parts.stack}>
        <p>The map would be checked by the rules of {wordFor(regime)}. Nothing that is drawn changes.</p>
        {isWithheld ? (
          <p className={parts.soft}>
            The facilitator keeps the findings, so what would change is not shown to you.
          </p>
        ) : (
          <Changes regime={regime} />
        )}
        {note !== undefined && <p className={styles.note}>{note}</p>}
        <div className={parts.actions}>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!canEdit || map.regime === regime} onPress={change} autoFocus>
            Switch to the {rulesWord(regime)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Changes({ regime }: { readonly regime: FindingDialogProps<"regime">["asked"]["regime"] }) {
  const snapshot = useSnapshot();
  const comparison = useMemo(
    () => compareChecks(checkMap(snapshot), checkMap({ ...snapshot, map: { ...snapshot.map, regime } })),
    [snapshot, regime],
  );
  const { gone, come, changed } = comparison;
  return (
    <>
      <p className={parts.strong}>
        Under the {rulesWord(regime)}: {comparisonWords(comparison)}.
      </p>
      <Part title="Go" findings={gone} />
      <Part title="Come" findings={come} />
      <Part
        title="Change"
        findings={changed.map(({ finding }) => finding)}
        before={new Map(changed.map(({ finding, before }) => [finding.key, before]))}
      />
    </>
  );
}

function Part({
  title,
  findings,
  before,
}: {
  readonly title: string;
  readonly findings: readonly CheckedFinding[];
  /** How grave each was, by key, where that may have changed. */
  readonly before?: ReadonlyMap<string, Severity>;
}) {
  if (findings.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>
        {title} ({findings.length})
      </h3>
      <ul className={styles.changes}>
        {findings.slice(0, mostListed).map((finding) => {
          const was = before?.get(finding.key);
          return (
            <li key={finding.key} className={styles.change}>
              <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
              <div>
                <p>
                  <span className={parts.strong}>{finding.title}</span>
                  <span className={parts.soft}>
                    {" · "}
                    {severityWord(finding.severity).toLowerCase()}
                    {was !== undefined &&
                      was !== finding.severity &&
                      ` (now: ${severityWord(was).toLowerCase()})`}
                  </span>
                </p>
                <p className={parts.soft}>
                  <Sentence text={finding.message} />
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {findings.length > mostListed && <p className={parts.soft}>and {findings.length - mostListed} more</p>}
    </section>
  );
}
