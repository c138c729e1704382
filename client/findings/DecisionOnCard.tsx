import type { Decision } from "../../shared/model/systemMap.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { isReviewDue, reviewWords, whoAndWhen } from "./decisionsAbout.ts";
import styles from "./FindingCard.module.css";

/** What the room has said about a finding: why it is accepted; or, where it has come back, what was said then. */
export function DecisionOnCard({
  decision,
  isAccepted,
  today,
}: {
  readonly decision: Decision;
  readonly isAccepted: boolean;
  /** An ISO 8601 date. */
  readonly today: string;
}) {
  const review = reviewWords(decision, today);
  return (
    <div className={styles.decision} data-due={isReviewDue(decision, today) ? "" : undefined}>
      {!isAccepted && (
        <p className={styles.strong}>
          It was accepted before. The facts have changed since, so it is back. What was said then:
        </p>
      )}
      <p className={styles.reason}>
        “<Sentence text={decision.reason} />”
      </p>
      <p>
        Accepted by <bdi>{whoAndWhen(decision)}</bdi>.
      </p>
      {isAccepted && review !== undefined && <p className={styles.review}>{review}</p>}
    </div>
  );
}
