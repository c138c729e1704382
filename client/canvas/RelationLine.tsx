import { memo } from "react";
import { drawRelation } from "../../shared/drawing/drawRelation.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { personLine } from "../sync/personColours.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./RelationLayer.module.css";
import { ShapeView } from "./ShapeView.tsx";
import type { Watcher } from "./Watchers.ts";

export interface RelationLineProps {
  readonly relation: Relation;
  readonly route: Route;
  readonly isSelected: boolean;
  readonly isHighlighted: boolean;
  readonly isDimmed: boolean;
  /** Whether it has the keyboard's focus. */
  readonly isFocused: boolean;
  readonly watchers: readonly Watcher[] | undefined;
  /** The connection in words. */
  readonly description: string;
}

const NARROWEST_HOLD = 16;

/** The line of one connection, with what is true of it now beneath. */
export const RelationLine = memo(function RelationLine({
  relation,
  route,
  isSelected,
  isHighlighted,
  isDimmed,
  isFocused,
  watchers,
  description,
}: RelationLineProps) {
  const { d, strokeWidth } = route;
  const { shapes } = drawRelation(relation, route);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand inside SVG
    <g
      className={classNames(styles.line, isDimmed && styles.dimmed)}
      role="button"
      tabIndex={0}
      aria-label={description}
      aria-pressed={isSelected}
      data-id={relation.id}
      data-relation={relation.id}
    >
      {isFocused && <path d={d} className={styles.focusOuter} strokeWidth={strokeWidth + 12} />}
      {isFocused && <path d={d} className={styles.focusInner} strokeWidth={strokeWidth + 7} />}
      {watchers?.map((watcher) => (
        <path
          key={watcher.clientId}
          d={d}
          className={styles.watched}
          stroke={personLine(watcher.colour)}
          strokeWidth={strokeWidth + 5}
        />
      ))}
      {isSelected && <path d={d} className={styles.selected} strokeWidth={strokeWidth + 8} />}
      {isHighlighted && <path d={d} className={styles.highlighted} strokeWidth={strokeWidth + 10} />}
      <ShapeView shapes={shapes} />
      <path
        d={d}
        className={classNames(styles.hold)}
        strokeWidth={Math.max(NARROWEST_HOLD, strokeWidth + 8)}
      />
    </g>
  );
});
