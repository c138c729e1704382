import { type KeyboardEvent, useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { ListBox, ListBoxItem, Text } from "react-aria-components/ListBox";
import { Input, SearchField } from "react-aria-components/SearchField";
import type { MapElement } from "../../shared/model/element.ts";
import { bandWords, kindWords } from "../../shared/model/words.ts";
import { nameOf } from "../actions/connectionChoices.ts";
import { classNames } from "../ui/classNames.ts";
import { entersFirst } from "../ui/entersFirst.ts";
import styles from "./Connecting.module.css";

/** A list of cards to pick one of, with a search over their names and kinds. */
export function ElementPicker({
  label,
  elements,
  onPick,
}: {
  readonly label: string;
  readonly elements: readonly MapElement[];
  readonly onPick: (element: MapElement) => void;
}) {
  const { contains } = useFilter({ sensitivity: "base" });
  const [text, setText] = useState("");
  const pickFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!entersFirst(event, text)) return;
    const first = elements.find((element) => contains(searchedWords(element), text));
    if (first === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(first);
  };
  return (
    <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
      <SearchField aria-label={label} autoFocus>
        <Input placeholder={label} className={classNames(styles.search)} onKeyDownCapture={pickFirst} />
      </SearchField>
      <ListBox
        aria-label={label}
        className={classNames(styles.list, text.trim() !== "" && styles.firstIsTaken)}
        items={elements}
        selectionMode="none"
        onAction={(key) => {
          const element = elements.find(({ id }) => id === key);
          if (element !== undefined) onPick(element);
        }}
        renderEmptyState={() => <div className={styles.empty}>No card fits.</div>}
      >
        {(element) => (
          <ListBoxItem
            id={element.id}
            textValue={searchedWords(element)}
            className={classNames(styles.choice)}
          >
            <Text slot="label" className={classNames(styles.kind)}>
              {nameOf(element)}
            </Text>
            <Text slot="description" className={classNames(styles.sentence)}>
              {kindWords(element)}
            </Text>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

function searchedWords(element: MapElement): string {
  const { title, aside } = bandWords(element);
  return `${nameOf(element)} ${title} ${aside ?? ""}`;
}
