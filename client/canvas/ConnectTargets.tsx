import { memo } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import styles from "./ConnectHandles.module.css";

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
