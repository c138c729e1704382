import { memo } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { cardBadgeSpot, findingBadge } from "../../shared/drawing/findingBadge.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../shared/model/element.ts";
import styles from "./ConnectHandles.module.css";
import { ShapeView } from "./ShapeView.tsx";

/** While a connection is drawn: a frame around each card that it can end at, and a veil over those that it cannot. */
export const ConnectTargets = memo(function ConnectTargets({
  elements,
  start,
  targets,
  zoom,
}: {
  readonly elements: readonly MapElement[];
  readonly start: MapElement;
  readonly targets: ReadonlySet<string>;
  readonly zoom: number;
}) {
  const gap = 4 / zoom;
  return (
    <svg className={styles.line} aria-hidden>
      {elements
        .filter(({ id, type }) => id !== start.id && type !== "place")
        .map((element) => {
          const { width, height } = cardSize(element);
          const isTarget = targets.has(element.id);
          const margin = isTarget ? gap : 1;
          return (
            <rect
              key={element.id}
              x={element.position.x - margin}
              y={element.position.y - margin}
              width={width + 2 * margin}
              height={height + 2 * margin}
              rx={isTarget ? 6 : 0}
              className={isTarget ? styles.possible : styles.impossible}
              strokeWidth={1.5 / zoom}
              strokeDasharray={isTarget ? `${4 / zoom} ${3 / zoom}` : undefined}
            />
          );
        })}
    </svg>
  );
});

/** The badges of the cards once more, over the frames and veils that would run through them. */
export const BadgesOverTargets = memo(function BadgesOverTargets({
  elements,
  badges,
}: {
  readonly elements: readonly MapElement[];
  readonly badges: ReadonlyMap<string, Badges>;
}) {
  return (
    <svg className={styles.line} aria-hidden>
      {elements.map((element) => {
        const marks = badges.get(element.id);
        if (marks === undefined) return null;
        const box = { ...element.position, ...cardSize(element) };
        const { x, y } = cardBadgeSpot(element.type, box, 0);
        return (
          <g key={element.id} style={{ transform: `translate(${x}px, ${y}px) scale(var(--far-mark))` }}>
            {marks.map(({ kind, count }, index) => (
              <g key={kind} transform={`translate(${cardBadgeSpot(element.type, box, index).x - x} 0)`}>
                <ShapeView shapes={findingBadge(kind, count)} />
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
});
