import { Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import type { SearchEntry } from "../../shared/view/search/SearchEntry.ts";
import { matchedField, type SearchHit } from "../../shared/view/search/searchEntries.ts";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { excerptOf } from "./excerptOf.ts";
import { goToHit } from "./goToHit.ts";
import { type ListedGroup, listedHits } from "./listedHits.ts";
import styles from "./SearchPanel.module.css";
import { useFocusGivenBack } from "./useFocusGivenBack.ts";
import { useSearch } from "./useSearch.ts";
import { setSearching } from "./viewStore.ts";

const GROUP_WORDS: Readonly<Record<ListedGroup["group"], string>> = {
  cards: "Cards",
  connections: "Connections",
  notes: "Notes",
  findings: "Findings",
  decisions: "Decisions",
  near: "Spelt nearly so",
};

/** Looks for words in everything that the map says. What does not say them is drawn faintly meanwhile. */
export function SearchPanel() {
  const id = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const hits = useSearch(query);
  const groups = useMemo(() => listedHits(hits ?? []), [hits]);
  const listed = groups.flatMap((group) => group.listed.map(({ entry }) => entry));
  const at = Math.min(chosen, listed.length - 1);
  const optionId = (entry: SearchEntry) => `${id}-${listed.indexOf(entry)}`;
  const current = listed[at];
  const giveFocusBack = useFocusGivenBack();
  const close = () => {
    setSearching(false);
    giveFocusBack();
  };
  const step = (by: number) => setChosen((at + by + listed.length) % Math.max(1, listed.length));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && current !== undefined) goToHit(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useScrolledTo(current === undefined ? undefined : optionId(current));
  return (
    <search className={styles.panel} aria-label="Find on the map">
      <div className={styles.head}>
        <Search aria-hidden className={styles.icon} />
        <input
          ref={focusOnce}
          className={styles.input}
          role="combobox"
          aria-label="Find on the map"
          aria-autocomplete="list"
          aria-expanded={listed.length > 0}
          aria-controls={`${id}-list`}
          {...(current !== undefined && { "aria-activedescendant": optionId(current) })}
          placeholder="Names, kinds, notes, sums, findings …"
          value={query}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label="Close the search" size="small" shortcut="Esc" onPress={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      <p role="status" className={styles.status}>
        {statusWords(query, hits)}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Found"
        className={styles.list}
        hidden={listed.length === 0}
      >
        {groups.map((group) => (
          <Group key={group.group} group={group} current={current} optionId={optionId} />
        ))}
      </div>
    </search>
  );
}

interface GroupProps {
  readonly group: ListedGroup;
  readonly current: SearchEntry | undefined;
  readonly optionId: (entry: SearchEntry) => string;
}

function Group({ group: { group, listed, count }, current, optionId }: GroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.heading} role="presentation">
        {GROUP_WORDS[group]} <span className={styles.count}>{count}</span>
      </div>
      {listed.map((hit) => (
        <Option key={hit.entry.key} id={optionId(hit.entry)} hit={hit} isCurrent={hit.entry === current} />
      ))}
      {count > listed.length && (
        <div className={styles.more} role="presentation">
          and {count - listed.length} more: type more of the words
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly isCurrent: boolean;
}

function Option({ id, hit: { entry, words }, isCurrent }: OptionProps) {
  const field = matchedField(entry, words);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are those of the field, which keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={classNames(styles.option, isCurrent && styles.current)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => goToHit(entry)}
    >
      <span className={styles.title}>{entry.title}</span>
      {entry.group !== "connections" && <span className={styles.kind}>{entry.kind}</span>}
      {field !== undefined && field.where !== "Kind" && (
        <span className={styles.where}>
          {field.where}: {excerptOf(field.text, words)}
        </span>
      )}
    </div>
  );
}

function statusWords(query: string, hits: readonly SearchHit[] | undefined): string {
  if (query.trim() === "") return "Type what you look for. Arrows step, Enter goes there, Esc closes.";
  if (hits === undefined) return "Looking …";
  if (hits.length === 0) return "Nothing on this map says that. Try fewer words, or a kind such as “trust”.";
  const exact = hits.filter(({ isNear }) => !isNear).length;
  if (exact === 0) return `Nothing says exactly that; ${hits.length} spelt nearly so`;
  return hits.length === exact
    ? `${exact} found`
    : `${exact} found, and ${hits.length - exact} spelt nearly so`;
}

function focusOnce(input: HTMLInputElement | null): void {
  if (input !== null && document.activeElement !== input) input.focus();
}

function useScrolledTo(id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id]);
}
