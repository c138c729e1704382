import { Eye } from "lucide-react";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { lookAt } from "./look.ts";
import { momentWords, timeWords } from "./momentWords.ts";
import styles from "./rows.module.css";
import type { Moment } from "./timeline.ts";

/** The time of a moment; pressed, the map is shown as it was then. */
export function LookButton({
  moment,
  after,
  isShown,
}: {
  readonly moment: Moment;
  /** What had happened just before, such as “Ann Archer’s change”. */
  readonly after: string;
  readonly isShown: boolean;
}) {
  const live = useLiveSession();
  const at = new Date(moment.at);
  return (
    <button
      type="button"
      className={styles.look}
      aria-label={`${timeWords(at)}: look at the map as it was on ${momentWords(at)}, ${after}`}
      aria-pressed={isShown}
      data-moment={moment.moment}
      title="Look at the map as it was then"
      onClick={() => void lookAt(live, moment)}
    >
      <time dateTime={moment.at}>{timeWords(at)}</time>
      <Eye aria-hidden />
    </button>
  );
}
