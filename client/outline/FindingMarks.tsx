import { SquareCheck } from "lucide-react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import { badgeWords } from "../canvas/badgeWords.ts";
import { SeverityShape } from "../findings/SeverityShape.tsx";
import spoken from "../ui/spoken.module.css";
import styles from "./FindingMarks.module.css";

/** The findings that stand on something, in a line of text: shapes with their numbers, and the same in words. */
export function FindingMarks({ badges }: { readonly badges: Badges }) {
  const words = badgeWords(badges);
  return (
    <span className={styles.marks} title={words}>
      {badges.map(({ kind, count }) =>
        kind === "accepted" ? (
          <SquareCheck key={kind} className={styles.accepted} aria-hidden />
        ) : (
          <SeverityShape key={kind} severity={kind} text={String(count)} />
        ),
      )}
      <span className={spoken.only}>, {words}</span>
    </span>
  );
}
