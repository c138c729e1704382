import styles from "./DifferenceBar.module.css";

export type DifferenceKind = "added" | "gone" | "changed";

/** A small card with the mark that the map shows: dashed where it was added since, crossed out where it is gone, framed where it changed. */
export function DifferenceSwatch({ kind }: { readonly kind: DifferenceKind }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">
      <rect className={styles[kind]} x="2" y="2" width="18" height="12" rx="2" />
      {kind === "gone" && <path className={styles.gone} d="M4 4 18 12M18 4 4 12" />}
    </svg>
  );
}
