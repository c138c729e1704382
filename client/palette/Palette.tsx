import { ChevronsLeft, ChevronsRight } from "lucide-react";
import { useMemo, useState } from "react";
import { useCanEdit, useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useSwitchByRoom } from "../ui/useSwitchByRoom.ts";
import styles from "./Palette.module.css";
import { PaletteButton } from "./PaletteButton.tsx";
import { listedItems, PALETTE_GROUPS, type PaletteGroup, type PaletteItem } from "./paletteItems.ts";

/** Below this width names beside the icons would leave the map less than two thirds of the screen. */
const LITTLE_ROOM = "(max-width: 1499px)";

/** What can be added to the map: dragged onto it, clicked and then placed with a click, or chosen with Enter to stand in the middle. */
export function Palette() {
  const [isRail, setRail] = useSwitchByRoom(LITTLE_ROOM);
  const canEdit = useCanEdit();
  const { regime } = useSnapshot().map;
  const [search, setSearch] = useState("");
  const items = useMemo(() => listedItems(isRail ? "" : search, regime), [isRail, search, regime]);
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
      </div>
      {!isRail && (
        <TextField
          label="Search kinds"
          type="search"
          value={search}
          onChange={setSearch}
          placeholder="Hospital, MOU, board…"
          className={styles.search}
        />
      )}
      <div className={styles.groups}>
        {PALETTE_GROUPS.map((group) => (
          <Group key={group} title={group} items={itemsIn(group, items)} isRail={isRail} />
        ))}
        {items.length === 0 && <p className={styles.nothing}>No kind is called that.</p>}
      </div>
    </nav>
  );
}

function Group({
  title,
  items,
  isRail,
}: {
  readonly title: PaletteGroup;
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

function itemsIn(group: PaletteGroup, items: readonly PaletteItem[]): readonly PaletteItem[] {
  return items.filter((item) => item.group === group);
}
