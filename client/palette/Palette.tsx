import { ChevronsLeft, ChevronsRight, ClipboardPaste, Search } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { addFromPalette } from "../actions/addElement.ts";
import { openPasteDialog } from "../clipboard/pasteStore.ts";
import { openCommands } from "../commands/commandStore.ts";
import { useCanEdit, useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useSwitchByRoom } from "../ui/useSwitchByRoom.ts";
import { CarriedItem } from "./CarriedItem.tsx";
import { findItems } from "./findItems.ts";
import styles from "./Palette.module.css";
import { PaletteButton } from "./PaletteButton.tsx";
import { listedItems, PALETTE_GROUPS, type PaletteItem, paletteItem } from "./paletteItems.ts";
import { useRecentItems } from "./recentItems.ts";

/** Below this width names beside the icons would leave the map less than two thirds of the screen. */
const LITTLE_ROOM = "(max-width: 1499px)";

/** What can be added to the map: dragged onto it, clicked and then placed with a click, or chosen with Enter to stand in the middle. */
export function Palette() {
  const [isRail, setRail] = useSwitchByRoom(LITTLE_ROOM);
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  return (
    <nav aria-label="Add to the map" className={classNames(styles.palette, isRail && styles.rail)}>
      <div className={styles.head}>
        {!isRail && <h2 className={styles.title}>Add to the map</h2>}
        <IconButton
          label={isRail ? "Show names" : "Show icons only"}
          size="small"
          tooltipPlacement="right"
          onPress={() => setRail(!isRail)}
        >
          {isRail ? <ChevronsRight aria-hidden /> : <ChevronsLeft aria-hidden />}
        </IconButton>
        {isRail && (
          <IconButton
            label="Search all kinds"
            size="small"
            tooltipPlacement="right"
            onPress={() => openCommands("Add ")}
          >
            <Search aria-hidden />
          </IconButton>
        )}
      </div>
      {isRail ? <Groups isRail /> : <SearchedGroups />}
      <CarriedItem />
    </nav>
  );
}

function SearchedGroups() {
  const session = useSession();
  const regime = useOfSnapshot(({ map }) => map.regime);
  const [search, setSearch] = useState("");
  const found = useMemo(() => findItems(search, regime), [search, regime]);
  const [best] = found.items;
  const isSearching = search.trim() !== "";

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !isSearching || best === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setSearch("");
    addFromPalette(session, best);
  }

  return (
    <>
      <TextField
        label="Search kinds"
        type="search"
        value={search}
        onChange={setSearch}
        onKeyDown={onKeyDown}
        placeholder="Hospital, MOU, board…"
        className={styles.search}
      />
      {isSearching ? (
        <div className={styles.groups}>
          {found.isStandIn && <p className={styles.nothing}>No kind is called that. For any other body:</p>}
          <Group
            title={`${found.isStandIn ? "" : "Best first: "}Enter adds ${best?.label ?? "nothing"}`}
            items={found.items}
            isRail={false}
          />
        </div>
      ) : (
        <>
          <Groups isRail={false} />
          <Button size="small" variant="quiet" onPress={() => openPasteDialog({ text: undefined })}>
            <ClipboardPaste aria-hidden />
            Paste a list or table…
          </Button>
        </>
      )}
    </>
  );
}

/** The common kinds by group; those used last are offered before them where there is room. Every kind keeps its place. */
function Groups({ isRail }: { readonly isRail: boolean }) {
  const regime = useOfSnapshot(({ map }) => map.regime);
  const items = useMemo(() => listedItems(regime), [regime]);
  return (
    <div className={styles.groups}>
      {!isRail && <UsedLast />}
      {PALETTE_GROUPS.map((group) => (
        <Group
          key={group}
          title={group}
          items={items.filter((item) => item.group === group)}
          isRail={isRail}
        />
      ))}
    </div>
  );
}

/** One row of icons, whose room is kept while there are none: nothing below it moves when a kind is used first. */
function UsedLast() {
  const regime = useOfSnapshot(({ map }) => map.regime);
  const places = useRecentItems((state) => state.places);
  const items = places
    .flatMap((id) => paletteItem(id) ?? [])
    .filter((item) => item.regime === undefined || item.regime === regime);
  return (
    <section aria-label="Used last" className={styles.group}>
      <h3 className={styles.groupTitle}>Used last</h3>
      {items.length === 0 ? (
        <p className={styles.noneYet}>Kinds that you add stand here.</p>
      ) : (
        <ul className={styles.places}>
          {items.map((item) => (
            <li key={item.id}>
              <PaletteButton item={item} isRail />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Group({
  title,
  items,
  isRail,
}: {
  readonly title: string;
  readonly items: readonly PaletteItem[];
  readonly isRail: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title} className={styles.group}>
      {!isRail && <h3 className={styles.groupTitle}>{title}</h3>}
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <PaletteButton item={item} isRail={isRail} />
          </li>
        ))}
      </ul>
    </section>
  );
}
