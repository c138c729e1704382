import styles from "./FilterPanel.module.css";

export interface CheckListProps<T extends string> {
  readonly title: string;
  readonly options: readonly { readonly value: T; readonly count: number | undefined }[];
  readonly wordOf: (value: T) => string;
  readonly chosen: readonly T[] | undefined;
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Choices of which any may hold, folded away until somebody opens them. What is chosen and no longer on the map stays in the list. */
export function CheckList<T extends string>({
  title,
  options,
  wordOf,
  chosen = [],
  onChange,
}: CheckListProps<T>) {
  const gone = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...gone.map((value) => ({ value, count: 0 }))];
  if (all.length === 0) return null;
  return (
    <details className={styles.list} open={chosen.length > 0 || undefined}>
      <summary className={styles.summary}>
        {title}
        {chosen.length > 0 && <span className={styles.chosen}>{chosen.length} chosen</span>}
      </summary>
      <fieldset className={styles.options} aria-label={title}>
        {all.map(({ value, count }) => (
          <label key={value} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                )
              }
            />
            <span className={styles.option}>{wordOf(value)}</span>
            {count !== undefined && <span className={styles.tally}>{count}</span>}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
