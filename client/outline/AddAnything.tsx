import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { ListBox, ListBoxItem, Text } from "react-aria-components/ListBox";
import { Input, SearchField } from "react-aria-components/SearchField";
import { addFromPalette } from "../actions/addElement.ts";
import connecting from "../canvas/Connecting.module.css";
import { PALETTE_ITEMS } from "../palette/paletteItems.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** Adds anything that the palette has: picked from a list, named in its row. */
export function AddAnything({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const session = useSession();
  const { regime } = useSnapshot().map;
  const { contains } = useFilter({ sensitivity: "base" });
  const items = PALETTE_ITEMS.filter((item) => item.regime === undefined || item.regime === regime);
  return (
    <Dialog title="Add to the map" isOpen={isOpen} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label="What is added?" autoFocus>
          <Input placeholder="Hospital, MOU, board…" className={classNames(connecting.search)} />
        </SearchField>
        <ListBox
          aria-label="What is added?"
          className={classNames(connecting.list)}
          items={items}
          selectionMode="none"
          onAction={(key) => {
            const item = items.find(({ id }) => id === key);
            onClose();
            if (item !== undefined) addFromPalette(session, item);
          }}
          renderEmptyState={() => <div className={connecting.empty}>No kind is called that.</div>}
        >
          {(item) => (
            <ListBoxItem
              id={item.id}
              textValue={`${item.label} ${item.alsoCalled ?? ""} ${item.group}`}
              className={classNames(connecting.choice)}
            >
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
    </Dialog>
  );
}
