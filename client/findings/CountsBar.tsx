import { SEVERITIES, type Severity } from "../../shared/model/systemMap.ts";
import spoken from "../ui/spoken.module.css";
import styles from "./CountsBar.module.css";
import { severityWord } from "./findingWords.ts";
import { SeverityShape } from "./SeverityShape.tsx";

/** How many findings stand, by severity: shape, number and words. */
export function CountsBar({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  return (
    <ul className={styles.bar} aria-label="How many findings there are">
      {SEVERITIES.map((severity) => (
        <li key={severity} className={styles.count}>
          <SeverityShape severity={severity} text={String(counts[severity])} />
          <span className={spoken.only}>{counts[severity]}</span> {severityWord(severity)}
        </li>
      ))}
    </ul>
  );
}
