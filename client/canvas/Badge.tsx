import { findingBadge } from "../../shared/drawing/findingBadge.ts";
import type { BadgeCount } from "../../shared/drawing/findingBadges.ts";
import styles from "./Badge.module.css";
import { ShapeView } from "./ShapeView.tsx";

const HOLD_RADIUS = 16;

/**
 * The badge of an element's or relation's findings, around a point: its shape says how bad the worst is, its number how many there
 * are. A press on it shows the finding; with the keyboard, the inspector leads there.
 */
export function Badge({ mark, x, y }: { readonly mark: BadgeCount; readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className={styles.badge} data-badge={mark.severity}>
      <circle r={HOLD_RADIUS} className={styles.hold} />
      <ShapeView shapes={findingBadge(mark.severity, mark.count)} />
    </g>
  );
}
