import type { CountLine } from "./countsInWords.ts";
import styles from "./Inspector.module.css";

/** Counts by type with their kinds below. */
export function CountList({
  lines,
  onSelectOnly,
}: {
  readonly lines: readonly CountLine[];
  /** Where there are several types: selects what one line counts, and nothing else. */
  readonly onSelectOnly?: ((ids: readonly string[]) => void) | undefined;
}) {
  return (
    <ul className={styles.counts}>
      {lines.map(({ text, kinds, ids }) => (
        <li key={text} className={styles.count}>
          <span>
            {text}
            {kinds !== "" && <span className={styles.kinds}>{kinds}</span>}
          </span>
          {onSelectOnly !== undefined && lines.length > 1 && (
            <button
              type="button"
              className={styles.onlyThese}
              aria-label={`Select only the ${text}`}
              onClick={() => onSelectOnly(ids)}
            >
              Only these
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
