import { SEVERITIES } from "../../shared/model/systemMap.ts";
import { SeverityCount } from "../findings/SeverityCount.tsx";
import styles from "./FindingTally.module.css";
import type { FindingCounts } from "./library.ts";

/** How many findings a map of the library starts with, by severity: only those that there are, as shape, number and words. */
export function FindingTally({ counts }: { readonly counts: FindingCounts }) {
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (present.length === 0) return <p className={styles.none}>No findings</p>;
  return (
    <ul className={styles.counts} aria-label="Findings">
      {present.map((severity) => (
        <li key={severity} className={styles.count}>
          <SeverityCount severity={severity} count={counts[severity]} />
        </li>
      ))}
    </ul>
  );
}
