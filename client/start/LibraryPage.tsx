import { useEffect, useRef } from "react";
import { LIBRARY_THEMES, type ThemeWords } from "../../shared/library/themeWords.ts";
import { Button } from "../ui/Button.tsx";
import { CreationProblem } from "./CreationProblem.tsx";
import { type FoundMap, findInLibrary } from "./findInLibrary.ts";
import { LibraryFilters } from "./LibraryFilters.tsx";
import { LibraryMap } from "./LibraryMap.tsx";
import styles from "./LibraryPage.module.css";
import { NO_FILTER } from "./libraryFilter.ts";
import { PageFrame } from "./PageFrame.tsx";
import { useLibrary } from "./useLibrary.ts";
import { useLibraryFilter } from "./useLibraryFilter.ts";
import { type MapCreation, useMapCreation } from "./useMapCreation.ts";

/** Every map that comes along, by theme, with a search. */
export function LibraryPage() {
  const creation = useMapCreation();
  useEffect(() => {
    document.title = "Library · Plumbline";
  }, []);
  return (
    <PageFrame current="/library">
      <main className={styles.main}>
        <h1 className={styles.title}>Library</h1>
        <p className={styles.lead}>
          Real systems as their sources describe them, with what a check finds on each, and models to start
          from. What you open is a copy of your own to change.
        </p>
        <CreationProblem creation={creation} />
        <Maps creation={creation} />
      </main>
    </PageFrame>
  );
}

function Maps({ creation }: { readonly creation: MapCreation }) {
  const { listings, error, retry } = useLibrary();
  const [filter, setFilter] = useLibraryFilter();
  const searchField = useRef<HTMLInputElement>(null);
  const showAll = () => {
    setFilter(NO_FILTER);
    // The button that was pressed goes away.
    searchField.current?.focus();
  };
  if (error !== undefined)
    return (
      <div className={styles.message} role="alert">
        <p>{error}</p>
        <Button onPress={retry}>Try again</Button>
      </div>
    );
  if (listings === undefined) return <p className={styles.message}>Loading the library …</p>;
  const found = findInLibrary(listings, filter.text);
  const shown = found.filter(({ listing }) => filter.theme === undefined || listing.theme === filter.theme);
  const counts = new Map(
    LIBRARY_THEMES.map(({ theme }) => [theme, found.filter(({ listing }) => listing.theme === theme).length]),
  );
  return (
    <>
      <LibraryFilters filter={filter} counts={counts} searchField={searchField} onChange={setFilter} />
      <p className={styles.status} role="status">
        {shown.length === listings.length
          ? `${listings.length} maps`
          : `${shown.length} of ${listings.length} maps`}
      </p>
      {shown.length === 0 && (
        <div className={styles.message}>
          <p>No map of the library fits. Search for fewer words, or look at all of them.</p>
          <Button onPress={showAll}>Show all maps</Button>
        </div>
      )}
      {LIBRARY_THEMES.map((words) => (
        <Theme
          key={words.theme}
          words={words}
          maps={shown.filter(({ listing }) => listing.theme === words.theme)}
          creation={creation}
        />
      ))}
    </>
  );
}

function Theme({
  words: { theme, title, line },
  maps,
  creation,
}: {
  readonly words: ThemeWords;
  readonly maps: readonly FoundMap[];
  readonly creation: MapCreation;
}) {
  if (maps.length === 0) return null;
  return (
    <section className={styles.theme} aria-labelledby={theme}>
      <h2 id={theme} className={styles.heading}>
        {title}
      </h2>
      <p className={styles.line}>{line}</p>
      <ul className={styles.cards}>
        {maps.map((found) => (
          <LibraryMap
            key={found.listing.name}
            found={found}
            isBusy={creation.busyWith === found.listing.name}
            isDisabled={creation.busyWith !== undefined}
            onOpen={() => creation.startFrom(found.listing.name, { template: found.listing.name })}
          />
        ))}
      </ul>
    </section>
  );
}
