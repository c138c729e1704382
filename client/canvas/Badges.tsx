import { findingBadge } from "../../shared/drawing/findingBadge.ts";
import type { BadgeCount } from "../../shared/drawing/findingBadges.ts";
import type { Point } from "../../shared/model/field.ts";
import styles from "./Badges.module.css";
import { ShapeView } from "./ShapeView.tsx";

const HOLD_RADIUS = 16;

/** The badges of one element or relation, which grow from the first one's place as the map goes away, so that findings can be seen from afar. */
export function Badges({
  badges,
  spotOf,
}: {
  readonly badges: readonly BadgeCount[];
  readonly spotOf: (index: number) => Point | undefined;
}) {
  const { x, y } = spotOf(0) ?? { x: 0, y: 0 };
  return (
    <g className={styles.badges} style={{ transformOrigin: `${x}px ${y}px` }}>
      {badges.map((mark, index) => {
        const spot = spotOf(index);
        return spot && <Badge key={mark.kind} mark={mark} {...spot} />;
      })}
    </g>
  );
}

/**
 * The badge of an element's or relation's findings, around a point: its shape says how bad the worst is (or that they are accepted), its
 * number how many there are. A press on it shows the finding; with the keyboard, the inspector leads there.
 */
function Badge({ mark, x, y }: { readonly mark: BadgeCount; readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className={styles.badge} data-badge={mark.kind}>
      <circle r={HOLD_RADIUS} className={styles.hold} />
      <ShapeView shapes={findingBadge(mark.kind, mark.count)} />
    </g>
  );
}
