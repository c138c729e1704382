import { SEVERITIES, type Severity } from "../../shared/model/systemMap.ts";
import styles from "./CountsBar.module.css";
import { toggleSeverity, useFindingsView } from "./findingsViewStore.ts";
import { severityWord } from "./findingWords.ts";
import { SeverityCount } from "./SeverityCount.tsx";

/**
 * How many findings stand, by severity: shape, number and words. They are the counts of the whole map whatever the list shows; each is a
 * switch that leaves only its severity on the list.
 */
export function CountsBar({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  const severities = useFindingsView(({ view }) => view.severities);
  return (
    <ul className={styles.bar} aria-label="How many findings there are">
      {SEVERITIES.map((severity) => (
        <li key={severity}>
          <button
            type="button"
            className={styles.count}
            aria-pressed={severities.includes(severity)}
            title={`Show only: ${severityWord(severity).toLowerCase()}`}
            onClick={() => toggleSeverity(severity)}
          >
            <SeverityCount severity={severity} count={counts[severity]} />
          </button>
        </li>
      ))}
    </ul>
  );
}
