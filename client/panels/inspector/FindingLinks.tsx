import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import { severityWord } from "../../findings/findingWords.ts";
import { SeverityShape, severitySign } from "../../findings/SeverityShape.tsx";
import { classNames } from "../../ui/classNames.ts";
import spoken from "../../ui/spoken.module.css";
import { showFinding } from "../panelStore.ts";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import styles from "./Inspector.module.css";

/** Findings that name an element or relation; choosing one opens it in the list of findings. */
export function FindingLinks({ findings }: { readonly findings: readonly CheckedFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <FieldGroupSection title="Findings that name it">
      <ul className={styles.links}>
        {findings.map((finding) => (
          <li key={finding.key}>
            <button
              type="button"
              className={classNames(styles.link, styles.withShape)}
              onClick={() => showFinding(finding.key)}
            >
              <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
              <span>
                <span className={spoken.only}>{severityWord(finding.severity)}: </span>
                {finding.title}
                {finding.accepted === true && <span className={styles.figure}> · accepted</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </FieldGroupSection>
  );
}
