import { badgeNumber, findingBadge } from "../../shared/drawing/findingBadge.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import { badgeWords } from "../canvas/badgeWords.ts";
import { ShapeView } from "../canvas/ShapeView.tsx";
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
          <svg key={kind} viewBox="-11 -11 22 22" aria-hidden="true" focusable="false">
            <ShapeView shapes={findingBadge(kind, count)} />
          </svg>
        ) : (
          <SeverityShape key={kind} severity={kind} text={badgeNumber(count)} />
        ),
      )}
      <span className={spoken.only}>, {words}</span>
    </span>
  );
}
