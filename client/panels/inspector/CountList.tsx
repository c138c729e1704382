import type { CountLine } from "./countsInWords.ts";
import styles from "./Inspector.module.css";

/** Counts by type with their kinds below. */
export function CountList({ lines }: { readonly lines: readonly CountLine[] }) {
  return (
    <ul className={styles.counts}>
      {lines.map(({ text, kinds }) => (
        <li key={text}>
          {text}
          {kinds !== "" && <span className={styles.kinds}>{kinds}</span>}
        </li>
      ))}
    </ul>
  );
}
