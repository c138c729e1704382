import { X } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./RecentMaps.module.css";
import { forgetMap, recentMaps } from "./recentMaps.ts";

const openedOn = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The maps that were opened on this device. */
export function RecentMaps() {
  const [maps, setMaps] = useState(recentMaps);
  if (maps.length === 0)
    return (
      <p className={styles.empty}>
        Maps that you open are listed here, on this device only. You get back to any map with its link, too.
      </p>
    );
  return (
    <ul className={styles.list}>
      {maps.map((map) => (
        <li key={map.id} className={styles.item}>
          <a className={styles.link} href={`/m/${encodeURIComponent(map.id)}`}>
            <span className={styles.title} dir="auto">
              {map.title.trim() === "" ? "Map without a title" : map.title}
            </span>
            <span className={styles.when}>{when(map.openedAt)}</span>
          </a>
          <IconButton
            label={`Forget “${map.title}” on this device`}
            size="small"
            onPress={() => {
              forgetMap(map.id);
              setMaps(recentMaps());
            }}
          >
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function when(openedAt: string): string {
  const date = new Date(openedAt);
  return Number.isNaN(date.getTime()) ? "" : `Opened ${openedOn.format(date)}`;
}
