import { X } from "lucide-react";
import { useState } from "react";
import { changesWords } from "../shell/connectionWords.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { showToast } from "../ui/toasts.ts";
import styles from "./RecentMaps.module.css";
import { type RecentMap, recentMaps } from "./recentMaps.ts";
import { useUnsentChanges } from "./useUnsentChanges.ts";

const openedOn = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The maps that were opened on this device. */
export function RecentMaps() {
  const [maps, setMaps] = useState(recentMaps);
  const unsent = useUnsentChanges();
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
            {unsent.has(map.id) && (
              <span className={styles.unsent}>
                {changesWords(unsent.get(map.id) ?? 0)} on this device, not sent yet: open the map to send
              </span>
            )}
          </a>
          <IconButton
            label={`Forget “${map.title}” on this device`}
            size="small"
            onPress={() => {
              void forget(map).then(() => setMaps(recentMaps()));
            }}
          >
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

/** Deletes what this device keeps of a map, unless that is the only place where changes are. */
async function forget({ id, title }: RecentMap): Promise<void> {
  const { changesKept, forgetOneMap } = await import("../shell/forgetOnDevice.ts");
  const changes = await changesKept(id);
  if (changes === 0) {
    await forgetOneMap(id);
    return;
  }
  showToast(
    `“${title}” is not forgotten: ${changesWords(changes)} of yours ${changes === 1 ? "is" : "are"} on this device only. Open the map, wait until it is saved, then forget it.`,
    "failure",
  );
}

function when(openedAt: string): string {
  const date = new Date(openedAt);
  return Number.isNaN(date.getTime()) ? "" : `Opened ${openedOn.format(date)}`;
}
