import { memo } from "react";
import { drawRelation } from "../../shared/drawing/drawRelation.ts";
import { relationBadgeSpot } from "../../shared/drawing/findingBadge.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { Badge } from "./Badge.tsx";
import styles from "./RelationLayer.module.css";
import { ShapeView } from "./ShapeView.tsx";

const FRAME_GAP = 3;

/** What one connection says, and the badge of its findings. */
export const RelationLabel = memo(function RelationLabel({
  relation,
  route,
  isSelected,
  isHighlighted,
  badges,
}: {
  readonly relation: Relation;
  readonly route: Route;
  readonly isSelected: boolean;
  readonly isHighlighted: boolean;
  readonly badges: Badges | undefined;
}) {
  const { labelShapes } = drawRelation(relation, route);
  const box = route.label;
  return (
    <g className={styles.label} data-relation={relation.id}>
      {box !== undefined && (isSelected || isHighlighted) && (
        <rect
          x={box.x - FRAME_GAP}
          y={box.y - FRAME_GAP}
          width={box.width + 2 * FRAME_GAP}
          height={box.height + 2 * FRAME_GAP}
          rx={6}
          className={isHighlighted ? styles.highlightedLabel : styles.selectedLabel}
        />
      )}
      <ShapeView shapes={labelShapes} />
      {badges?.map((mark, index) => {
        const spot = relationBadgeSpot(route, index);
        return spot && <Badge key={mark.severity} mark={mark} {...spot} />;
      })}
    </g>
  );
});
