import { memo, useState } from "react";
import type { HistoryEntry } from "../../shared/history/HistoryAnswer.ts";
import { Initials } from "./Initials.tsx";
import { LineWords } from "./LineWords.tsx";
import { LookButton } from "./LookButton.tsx";
import { personDetail, personInSentence, personName } from "./momentWords.ts";
import styles from "./rows.module.css";

const mostLines = 5;

interface EntryRowProps {
  readonly entry: HistoryEntry;
  /** Whether the map is shown as it was after this. */
  readonly isShown: boolean;
  /** Whether what a line names is on the map that is shown. It changes only when that does. */
  readonly isOnMap: (id: string) => boolean;
}

/** What one person did within a minute, in words. */
export const EntryRow = memo(function EntryRow({ entry, isShown, isOnMap }: EntryRowProps) {
  const { person, lines, moment, at } = entry;
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole || lines.length <= mostLines + 1 ? lines : lines.slice(0, mostLines);
  const name = personName(person);
  const detail = personDetail(person);
  return (
    <li className={styles.row} aria-current={isShown ? "true" : undefined}>
      <div className={styles.head}>
        <Initials person={person} />
        <p className={styles.who}>
          <bdi className={styles.person}>{name}</bdi>
          {detail !== "" && <bdi className={styles.detail}>{detail}</bdi>}
        </p>
        <LookButton
          moment={{ moment, at, entry, checkpoint: undefined }}
          after={`after a change by ${personInSentence(person)}`}
          isShown={isShown}
        />
      </div>
      <ul className={styles.lines}>
        {listed.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry have nothing but their place.
          <li key={index} className={styles.line}>
            <LineWords line={line} isOnMap={isOnMap} />
          </li>
        ))}
        {lines.length === 0 && <li className={styles.line}>something that leaves no trace on the map</li>}
      </ul>
      {listed.length < lines.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          and {lines.length - listed.length} changes more
        </button>
      )}
    </li>
  );
});
