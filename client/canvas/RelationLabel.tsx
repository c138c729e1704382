import { memo } from "react";
import { drawRelation } from "../../shared/drawing/drawRelation.ts";
import { relationBadgeSpot } from "../../shared/drawing/findingBadge.ts";
import type { Badges as BadgeCounts } from "../../shared/drawing/findingBadges.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { classNames } from "../ui/classNames.ts";
import { Badges } from "./Badges.tsx";
import styles from "./RelationLayer.module.css";
import { ShapeView } from "./ShapeView.tsx";

const FRAME_GAP = 3;
const FOCUS_OUTER = 10;
const FOCUS_INNER = 6;

/** What one connection says, and the badge of its findings. */
export const RelationLabel = memo(function RelationLabel({
  relation,
  route,
  isSelected,
  isHighlighted,
  isDimmed,
  isFocused,
  badges,
  hasWords,
}: {
  readonly relation: Relation;
  readonly route: Route;
  readonly isSelected: boolean;
  readonly isHighlighted: boolean;
  readonly isDimmed: boolean;
  /** Whether its line has the keyboard's focus. */
  readonly isFocused: boolean;
  readonly badges: BadgeCounts | undefined;
  /** From afar its words could not be read: then only its badges are drawn. */
  readonly hasWords: boolean;
}) {
  const { labelShapes } = drawRelation(relation, route);
  const box = hasWords ? route.label : undefined;
  const frame = box && {
    x: box.x - FRAME_GAP,
    y: box.y - FRAME_GAP,
    width: box.width + 2 * FRAME_GAP,
    height: box.height + 2 * FRAME_GAP,
    rx: 6,
  };
  return (
    <g className={classNames(styles.label, isDimmed && styles.dimmed)} data-relation={relation.id}>
      {/* The label covers most of a short line, and with it the ring around the line. */}
      {isFocused && frame !== undefined && (
        <>
          <rect {...frame} className={styles.focusOuter} strokeWidth={FOCUS_OUTER} />
          <rect {...frame} className={styles.focusInner} strokeWidth={FOCUS_INNER} />
        </>
      )}
      {frame !== undefined && (isSelected || isHighlighted) && (
        <rect {...frame} className={isHighlighted ? styles.highlightedLabel : styles.selectedLabel} />
      )}
      {hasWords && <ShapeView shapes={labelShapes} />}
      {badges !== undefined && <Badges badges={badges} spotOf={(index) => relationBadgeSpot(route, index)} />}
    </g>
  );
});
