import { useStore } from "@xyflow/react";
import { type CSSProperties, memo, useMemo } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Mark } from "../../shared/view/Mark.ts";
import type { SizeMark } from "../../shared/view/sizeMarks.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./MarksLayer.module.css";
import tones from "./tones.module.css";
import { useColourMarks, useSizeMarks } from "./useMarks.ts";

/** Below this zoom words would only hide the cards. */
const READABLE_ZOOM = 0.35;
/** Below this zoom words grow as the map goes away, so that they are read as they were. */
const FULL_SIZE_ZOOM = 0.85;
const MOST_DRAWN_AT_ONCE = 300;

export interface MarksLayerProps {
  /** The elements that are shown, where they stand on the screen. */
  readonly elements: readonly MapElement[];
  /** Ids of those that are drawn faintly. */
  readonly dimmed: ReadonlySet<string>;
}

/** The colours around cards and the circles behind them, with what they stand for in words. Shapes keep their meaning. */
export function MarksLayer({ elements, dimmed }: MarksLayerProps) {
  const colours = useColourMarks();
  const sizes = useSizeMarks();
  const isReadable = useStore(({ transform }) => transform[2] >= READABLE_ZOOM);
  const growth = useStore(({ transform }) => growthAt(transform[2]));
  const inView = useElementsInView(elements, colours !== undefined || sizes !== undefined);
  if (colours === undefined && sizes === undefined) return null;
  return (
    <div className={styles.layer} style={{ "--mark-growth": growth } as CSSProperties} data-testid="marks">
      {inView.map((element) => {
        const mark = colours?.markById.get(element.id);
        const size = sizes?.sizeById.get(element.id);
        return mark === undefined && size === undefined ? null : (
          <CardMarks
            key={element.id}
            element={element}
            mark={mark}
            size={size}
            hasWords={isReadable}
            isDimmed={dimmed.has(element.id)}
          />
        );
      })}
    </div>
  );
}

interface CardMarksProps {
  readonly element: MapElement;
  readonly mark: Mark | undefined;
  readonly size: SizeMark | undefined;
  readonly hasWords: boolean;
  readonly isDimmed: boolean;
}

const CardMarks = memo(function CardMarks({ element, mark, size, hasWords, isDimmed }: CardMarksProps) {
  const { width, height } = cardSize(element);
  const { x, y } = element.position;
  const radius = size?.radius ?? 0;
  return (
    <div
      className={classNames(styles.card, isDimmed && styles.dimmed)}
      style={{ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` }}
    >
      {radius > 0 && (
        <div
          className={styles.circle}
          style={{
            width: `${radius * 2}px`,
            height: `${radius * 2}px`,
            right: `${-radius}px`,
            bottom: `${-radius}px`,
          }}
        />
      )}
      {mark !== undefined && mark.tone !== "none" && (
        <div className={classNames(styles.halo, tones[mark.tone])} />
      )}
      {hasWords && (
        <div className={styles.words}>
          {mark !== undefined && (
            <span className={styles.chip}>
              <span
                className={classNames(styles.dot, tones[mark.tone], mark.tone === "none" && styles.open)}
                aria-hidden
              />
              <span className={styles.word}>{mark.words}</span>
            </span>
          )}
          {size !== undefined && size.words !== mark?.words && (
            <span className={styles.chip}>
              <span className={styles.word}>{size.words}</span>
            </span>
          )}
        </div>
      )}
    </div>
  );
}, isSameCard);

function isSameCard(before: CardMarksProps, after: CardMarksProps): boolean {
  return (
    before.element === after.element &&
    before.hasWords === after.hasWords &&
    before.isDimmed === after.isDimmed &&
    before.mark?.words === after.mark?.words &&
    before.mark?.tone === after.mark?.tone &&
    before.size?.words === after.size?.words &&
    before.size?.radius === after.size?.radius
  );
}

/** By how much words are larger than on the map at full size, in steps: a zoom does not set every word anew with every frame. */
function growthAt(zoom: number): number {
  if (zoom >= FULL_SIZE_ZOOM || zoom < READABLE_ZOOM) return 1;
  return Math.round((FULL_SIZE_ZOOM / zoom) * 10) / 10;
}

/** Of a large map only what is in view or near it, worked out anew when the view has moved by half its size. */
function useElementsInView(elements: readonly MapElement[], isNeeded: boolean): readonly MapElement[] {
  const isCulled = isNeeded && elements.length > MOST_DRAWN_AT_ONCE;
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (!isCulled) return "";
    const scale = 2 ** Math.floor(Math.log2(zoom));
    const [stepX, stepY] = [Math.max(1, width / scale / 2), Math.max(1, height / scale / 2)];
    const left = (Math.floor(-x / zoom / stepX) - 1) * stepX;
    const top = (Math.floor(-y / zoom / stepY) - 1) * stepY;
    return [left, top, left + stepX * 5, top + stepY * 5].join(" ");
  });
  return useMemo(() => {
    if (!isNeeded) return [];
    if (key === "") return elements;
    const [left = 0, top = 0, right = 0, bottom = 0] = key.split(" ").map(Number);
    return elements.filter(
      ({ position: { x, y } }) => x < right && y < bottom && x > left - 400 && y > top - 400,
    );
  }, [elements, isNeeded, key]);
}
