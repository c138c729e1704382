import { useId } from "react";
import { CheckpointRow } from "./CheckpointRow.tsx";
import type { Day } from "./dayGroups.ts";
import { EntryRow } from "./EntryRow.tsx";
import styles from "./HistoryPanel.module.css";
import { dayHeading } from "./momentWords.ts";

/** What happened on one day, the newest first. */
export function DayRows({
  day,
  shownMoment,
  isOnMap,
}: {
  readonly day: Day;
  /** The moment that is looked at now. */
  readonly shownMoment: number | undefined;
  readonly isOnMap: (id: string) => boolean;
}) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.day}>
        {dayHeading(day.at)}
      </h3>
      <ol className={styles.rows}>
        {day.rows.map((row) =>
          row.kind === "entry" ? (
            <EntryRow
              key={`entry ${row.entry.moment}`}
              entry={row.entry}
              isShown={row.entry.moment === shownMoment}
              isOnMap={isOnMap}
            />
          ) : (
            <CheckpointRow
              key={`checkpoint ${row.checkpoint.id}`}
              checkpoint={row.checkpoint}
              isShown={row.checkpoint.moment === shownMoment}
            />
          ),
        )}
      </ol>
    </section>
  );
}
