import { Bookmark, BookmarkX, History } from "lucide-react";
import { useState } from "react";
import type { HistoryCheckpoint } from "../../shared/history/HistoryAnswer.ts";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { showToast } from "../ui/toasts.ts";
import { removeCheckpoint } from "./historyApi.ts";
import { LookButton } from "./LookButton.tsx";
import { checkpointWords, personName } from "./momentWords.ts";
import styles from "./rows.module.css";
import { timelineOf, wordsFor } from "./TimelineStore.ts";

/** A moment whose state is kept whole: marked, with the name that somebody gave it or why it was kept. */
export function CheckpointRow({
  checkpoint,
  isShown,
}: {
  readonly checkpoint: HistoryCheckpoint;
  readonly isShown: boolean;
}) {
  const { name, kind, person, moment, at } = checkpoint;
  const mayRemove = useLiveSession().role === "owner" && kind === "named";
  const words = name ?? checkpointWords(kind);
  const Icon = kind === "named" ? Bookmark : History;
  return (
    <li className={styles.checkpoint} data-kind={kind} aria-current={isShown ? "true" : undefined}>
      <div className={styles.head}>
        <Icon aria-hidden className={styles.mark} />
        <p className={styles.who}>
          <bdi className={styles.person}>{words}</bdi>
          {kind === "named" && (
            <span className={styles.detail}>
              Named moment{person !== null && <bdi>, by {personName(person)}</bdi>}
            </span>
          )}
        </p>
        <LookButton
          moment={{ moment, at, entry: undefined, checkpoint }}
          after={`marked “${words}”`}
          isShown={isShown}
        />
      </div>
      {mayRemove && <RemoveButton id={checkpoint.id} words={words} />}
    </li>
  );
}

function RemoveButton({ id, words }: { readonly id: string; readonly words: string }) {
  const live = useLiveSession();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    setAsking(false);
    try {
      await removeCheckpoint(live.id, id);
      showToast(`The mark “${words}” is gone. The changes around it are still listed.`);
      await timelineOf(live).reload();
    } catch (problem) {
      showToast(wordsFor(problem), "failure");
    }
  };
  if (!isAsking)
    return (
      <button
        type="button"
        className={styles.more}
        aria-label={`Take the mark “${words}” away`}
        onClick={() => setAsking(true)}
      >
        <BookmarkX aria-hidden /> Take the mark away
      </button>
    );
  return (
    <p className={styles.ask}>
      <span>For everybody, and for good?</span>
      <button type="button" className={styles.more} onClick={() => void remove()}>
        Take it away
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: it stands where the button was that had the focus, and it is the safe answer. */}
      <button type="button" className={styles.more} onClick={() => setAsking(false)} autoFocus>
        Keep it
      </button>
    </p>
  );
}
