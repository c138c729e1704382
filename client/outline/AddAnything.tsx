import { type KeyboardEvent, useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { ListBox, ListBoxItem, Text } from "react-aria-components/ListBox";
import { Input, SearchField } from "react-aria-components/SearchField";
import { addFromPalette } from "../actions/addElement.ts";
import connecting from "../canvas/Connecting.module.css";
import { itemsUnder, type PaletteItem } from "../palette/paletteItems.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { entersFirst } from "../ui/entersFirst.ts";

/** Adds anything that the palette has: picked from a list, named in its row. */
export function AddAnything({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Add to the map" isOpen={isOpen} onClose={onClose}>
      <Kinds onClose={onClose} />
    </Dialog>
  );
}

function Kinds({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const items = itemsUnder(useSnapshot().map.regime);
  const { contains } = useFilter({ sensitivity: "base" });
  const [text, setText] = useState("");
  const add = (item: PaletteItem) => {
    onClose();
    addFromPalette(session, item);
  };
  const addFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!entersFirst(event, text)) return;
    const first = items.find((item) => contains(searchedWords(item), text));
    if (first === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    add(first);
  };
  return (
    <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
      <SearchField aria-label="What is added?" autoFocus>
        <Input
          placeholder="Hospital, MOU, board…"
          className={classNames(connecting.search)}
          onKeyDownCapture={addFirst}
        />
      </SearchField>
      <ListBox
        aria-label="What is added?"
        className={classNames(connecting.list, text.trim() !== "" && connecting.firstIsTaken)}
        items={items}
        selectionMode="none"
        onAction={(key) => {
          const item = items.find(({ id }) => id === key);
          if (item !== undefined) add(item);
        }}
        renderEmptyState={() => <div className={connecting.empty}>No kind is called that.</div>}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={searchedWords(item)} className={classNames(connecting.choice)}>
            <Text slot="label" className={classNames(connecting.kind)}>
              {item.label}
            </Text>
            <Text slot="description" className={classNames(connecting.sentence)}>
              {item.group}
            </Text>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

function searchedWords({ label, alsoCalled, group }: PaletteItem): string {
  return `${label} ${alsoCalled ?? ""} ${group}`;
}
