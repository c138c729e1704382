import { Search } from "lucide-react";
import type { Ref } from "react";
import type { LibraryTheme } from "../../shared/library/LibraryEntry.ts";
import { LIBRARY_THEMES } from "../../shared/library/themeWords.ts";
import spoken from "../ui/spoken.module.css";
import styles from "./LibraryFilters.module.css";
import type { LibraryFilter } from "./libraryFilter.ts";

/** The search field and the choice of a theme. `counts` are the maps that the words find, by theme. */
export function LibraryFilters({
  filter,
  counts,
  searchField,
  onChange,
}: {
  readonly filter: LibraryFilter;
  readonly counts: ReadonlyMap<LibraryTheme, number>;
  readonly searchField: Ref<HTMLInputElement>;
  readonly onChange: (filter: LibraryFilter) => void;
}) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const choices = [
    { theme: undefined, title: "All", count: all },
    ...LIBRARY_THEMES.map(({ theme, title }) => ({ theme, title, count: counts.get(theme) ?? 0 })),
  ];
  return (
    <search className={styles.filters}>
      <label className={styles.search}>
        <span className={styles.label}>Search the library</span>
        <span className={styles.field}>
          <Search aria-hidden className={styles.icon} />
          <input
            ref={searchField}
            type="search"
            className={styles.input}
            value={filter.text}
            onChange={(event) => onChange({ ...filter, text: event.target.value })}
            placeholder="A place, an organisation, a model …"
            autoComplete="off"
            spellCheck={false}
          />
        </span>
      </label>
      <fieldset className={styles.themes}>
        <legend className={spoken.only}>Theme</legend>
        <div className={styles.choices}>
          {choices.map(({ theme, title, count }) => (
            <label key={title} className={styles.choice}>
              <input
                type="radio"
                name="theme"
                className={styles.radio}
                checked={filter.theme === theme}
                onChange={() => onChange({ ...filter, theme })}
              />
              <span className={styles.pill}>
                {title} <span className={styles.count}>{count}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </search>
  );
}
