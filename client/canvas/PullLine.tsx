import type { Point } from "../../shared/model/field.ts";
import styles from "./ConnectHandles.module.css";
import type { Rect } from "./viewportFor.ts";

/** A connection that is being drawn. */
export interface Pull {
  /** Id of the card that it starts at. */
  readonly from: string;
  /** Where the line starts and where the pointer is, in map units. */
  readonly start: Point;
  readonly end: Point;
  /** Id of the card under the pointer. */
  readonly target: string | undefined;
}

/** The line that is being drawn from a card, with a frame around the card that it would end at, or words that say why it cannot. */
export function PullLine({
  pull,
  target,
  whyNot,
  zoom,
}: {
  readonly pull: Pull;
  readonly target: Rect | undefined;
  readonly whyNot: string | undefined;
  readonly zoom: number;
}) {
  const { start, end } = pull;
  const gap = 6 / zoom;
  return (
    <>
      <svg className={styles.line} aria-hidden>
        {target !== undefined && (
          <rect
            x={target.x - gap}
            y={target.y - gap}
            width={target.width + 2 * gap}
            height={target.height + 2 * gap}
            rx={gap}
            className={styles.target}
            strokeWidth={3 / zoom}
          />
        )}
        <line
          x1={start.x}
          y1={start.y}
          x2={end.x}
          y2={end.y}
          className={styles.pull}
          strokeWidth={2 / zoom}
          strokeDasharray={`${6 / zoom} ${4 / zoom}`}
        />
        <circle cx={end.x} cy={end.y} r={5 / zoom} className={styles.tip} />
      </svg>
      {whyNot !== undefined && (
        <div
          className={styles.whyNot}
          style={{ transform: `translate(${end.x}px, ${end.y}px) scale(${1 / zoom}) translate(14px, 14px)` }}
        >
          {whyNot}
        </div>
      )}
    </>
  );
}
