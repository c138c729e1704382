import { type FormEvent, type RefObject, useState } from "react";
import { addFromPalette } from "../actions/addElement.ts";
import { listedItems, type PaletteItem, paletteItem } from "../palette/paletteItems.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./QuickAdd.module.css";
import { closeQuickAdd, useQuickAddStore } from "./quickAddStore.ts";
import { ScreenPopover } from "./ScreenPopover.tsx";

/** The small form behind a double-click on the ground: a name, a kind, and the card is there. */
export function QuickAdd({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const open = useQuickAddStore((state) => state.open);
  return (
    <ScreenPopover at={open?.screen} label="Add a card" room={room} onClose={() => closeQuickAdd()}>
      {open !== undefined && <QuickAddForm centre={open.centre} />}
    </ScreenPopover>
  );
}

function QuickAddForm({ centre }: { readonly centre: { readonly x: number; readonly y: number } }) {
  const session = useSession();
  const { regime } = useSnapshot().map;
  const items = listedItems("", regime).filter(({ makes }) => !("relation" in makes));
  const lastItem = useQuickAddStore((state) => state.lastItem);
  const [itemId, setItemId] = useState(items.find(({ id }) => id === lastItem)?.id ?? items[0]?.id);
  const [name, setName] = useState("");
  const item: PaletteItem | undefined = itemId === undefined ? undefined : paletteItem(itemId);

  function add(event: FormEvent): void {
    event.preventDefault();
    if (item === undefined) return;
    closeQuickAdd(item.id);
    const stated = name.trim();
    addFromPalette(session, item, { centre, ...(stated !== "" && { name: stated }) });
  }

  return (
    <form className={styles.form} onSubmit={add}>
      <TextField label="Name" value={name} onChange={setName} autoFocus />
      <Select
        label="Kind"
        options={items.map(({ id, label }) => ({ value: id, label }))}
        value={itemId}
        onChange={setItemId}
      />
      <Button type="submit" variant="primary">
        Add to the map
      </Button>
    </form>
  );
}
