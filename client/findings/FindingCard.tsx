import { memo, useId } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { Button } from "../ui/Button.tsx";
import spoken from "../ui/spoken.module.css";
import styles from "./FindingCard.module.css";
import { basisWord, severityWord } from "./findingWords.ts";
import { looksTheSame } from "./looksTheSame.ts";
import { SeverityShape, severitySign } from "./SeverityShape.tsx";

export interface FindingCardProps {
  readonly finding: CheckedFinding;
  /** Whether the map shows what it is about now. */
  readonly isShown: boolean;
  /** What the room has said about it, where it was accepted. */
  readonly acceptedNote?: string | undefined;
  /** Shows the subjects on the canvas. */
  readonly onShow: (finding: CheckedFinding) => void;
  /** Applies a fix; undefined for those who may not edit. */
  readonly onFix: ((finding: CheckedFinding, fixId: string) => void) | undefined;
}

/** A card is drawn anew only where it would look different: every check makes new findings, and there may be hundreds. */
export const FindingCard = memo(Card, (before, after) => {
  return (
    before.onShow === after.onShow &&
    before.onFix === after.onFix &&
    before.acceptedNote === after.acceptedNote &&
    before.isShown === after.isShown &&
    looksTheSame(before.finding, after.finding)
  );
});

/** One finding: what is wrong, why it matters, where it happened, what says so, and what can be done. */
function Card({ finding, isShown, acceptedNote, onShow, onFix }: FindingCardProps) {
  const titleId = useId();
  const accepted = finding.accepted === true;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the title is the way for the keyboard; its press arrives here as a click.
    <article
      className={styles.card}
      data-severity={accepted ? "accepted" : finding.severity}
      data-shown={isShown ? "" : undefined}
      aria-labelledby={titleId}
      onClick={(event) => {
        if (isForShowing(event.target)) onShow(finding);
      }}
    >
      <div className={styles.head}>
        <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
        <h4 className={styles.title}>
          <button
            id={titleId}
            type="button"
            className={styles.show}
            data-finding={finding.key}
            aria-current={isShown ? "true" : undefined}
            title="Show on the map"
          >
            <span className={spoken.only}>{severityWord(finding.severity)}: </span>
            {finding.title}
          </button>
        </h4>
      </div>
      <p className={styles.message}>
        <Sentence text={finding.message} />
      </p>
      <details className={styles.why} data-not-for-showing>
        <summary>Why it matters</summary>
        <p>{finding.why}</p>
      </details>
      {finding.precedent !== undefined && <p className={styles.precedent}>Precedent: {finding.precedent}</p>}
      <p className={styles.source}>
        {basisWord(finding.basis)}
        {finding.sources.length > 0 && ` · Source: ${finding.sources.join("; ")}`}
      </p>
      {acceptedNote !== undefined && <p className={styles.accepted}>{acceptedNote}</p>}
      {onFix !== undefined && !accepted && finding.fixes.length > 0 && (
        <div className={styles.fixes} data-not-for-showing>
          {finding.fixes.map((fix, index) => (
            <Button
              key={fix.id}
              size="small"
              variant={index === 0 ? "primary" : "outline"}
              onPress={() => onFix(finding, fix.id)}
            >
              <Sentence text={fix.label} />
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}

/** A click anywhere on the card shows the subjects, unless it is for something else on the card or ends a selection of text. */
function isForShowing(target: EventTarget): boolean {
  if (!(target instanceof Element) || target.closest("[data-not-for-showing]") !== null) return false;
  return target.closest("button") !== null || getSelection()?.isCollapsed !== false;
}
