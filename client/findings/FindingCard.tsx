import { useId } from "react";
import type { CheckedFinding, Fix } from "../../shared/rules/finding.ts";
import { Button } from "../ui/Button.tsx";
import styles from "./FindingCard.module.css";
import { basisWord, severityWord } from "./findingWords.ts";
import { SeverityShape, severitySign } from "./SeverityShape.tsx";

export interface FindingCardProps {
  readonly finding: CheckedFinding;
  /** What the room has said about it, where it was accepted. */
  readonly acceptedNote?: string | undefined;
  /** Shows the subjects on the canvas. */
  readonly onShow: (finding: CheckedFinding) => void;
  /** Applies a fix; undefined for those who may not edit. */
  readonly onFix: ((finding: CheckedFinding, fix: Fix) => void) | undefined;
}

/** One finding: what is wrong, why it matters, where it happened, what says so, and what can be done. */
export function FindingCard({ finding, acceptedNote, onShow, onFix }: FindingCardProps) {
  const titleId = useId();
  const accepted = finding.accepted === true;
  return (
    <article
      className={styles.card}
      data-severity={accepted ? "accepted" : finding.severity}
      aria-labelledby={titleId}
    >
      <div className={styles.head}>
        <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
        <h4 className={styles.title}>
          <button
            id={titleId}
            type="button"
            className={styles.show}
            data-finding={finding.key}
            title="Show on the map"
            onClick={() => onShow(finding)}
          >
            <span className={styles.hidden}>{severityWord(finding.severity)}: </span>
            {finding.title}
          </button>
        </h4>
      </div>
      <p className={styles.message}>{finding.message}</p>
      <p className={styles.why}>{finding.why}</p>
      {finding.precedent !== undefined && <p className={styles.precedent}>Precedent: {finding.precedent}</p>}
      <p className={styles.source}>
        {basisWord(finding.basis)}
        {finding.sources.length > 0 && ` · Source: ${finding.sources.join("; ")}`}
      </p>
      {acceptedNote !== undefined && <p className={styles.accepted}>{acceptedNote}</p>}
      {onFix !== undefined && !accepted && finding.fixes.length > 0 && (
        <div className={styles.fixes}>
          {finding.fixes.map((fix, index) => (
            <Button
              key={fix.id}
              size="small"
              variant={index === 0 ? "primary" : "outline"}
              onPress={() => onFix(finding, fix)}
            >
              {fix.label}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
