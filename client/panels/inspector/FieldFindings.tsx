import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import { FixButton } from "../../findings/FixButton.tsx";
import { severityWord } from "../../findings/findingWords.ts";
import { SeverityShape, severitySign } from "../../findings/SeverityShape.tsx";
import { useFix } from "../../findings/useFix.ts";
import { useCanEdit, useCheckCount } from "../../sync/sessionContext.tsx";
import spoken from "../../ui/spoken.module.css";
import { showFinding } from "../panelStore.ts";
import styles from "./FieldFrame.module.css";

/** What the rules say about one field: what is wrong, the way to the finding, and what would mend it. */
export function FieldFindings({
  id,
  findings,
}: {
  readonly id: string;
  readonly findings: readonly CheckedFinding[];
}) {
  useCheckCount();
  const canEdit = useCanEdit();
  const fix = useFix();
  return (
    <ul id={id} className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.key} className={styles.finding} data-severity={finding.severity}>
          <button type="button" className={styles.findingLink} onClick={() => showFinding(finding.key)}>
            <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
            <span>
              <span className={spoken.only}>{severityWord(finding.severity)}: </span>
              {finding.title}
              {finding.accepted === true && <span className={styles.soft}> · accepted</span>}
            </span>
          </button>
          {canEdit && finding.accepted !== true && (
            <span className={styles.fixes}>
              {finding.fixes.map((each) => (
                <FixButton
                  key={each.id}
                  label={each.label}
                  isFirst={false}
                  preview={() => fix.preview(finding, each.id)}
                  onApply={() => fix.apply(finding, each.id)}
                />
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
