import { useStore } from "@xyflow/react";
import { useEffect } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { bringSnapping, useDragStore } from "../canvas/dragStore.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { watchGlides } from "../tidy/watchGlides.ts";
import styles from "./ArrangeLayer.module.css";
import { ResizeHandles } from "./ResizeHandles.tsx";
import { type Guide, Snapper } from "./Snapper.ts";

bringSnapping((start, others) => new Snapper(start, others));

/** Half the length of the short strokes at the ends of a guide, in pixels of the screen. */
const TICK_PX = 4;

/**
 * What helps while cards are put in place, over the cards: lines that show what is level, the frame of the place that a card
 * is about to be put in, and what a place or note is made larger with.
 */
export function ArrangeLayer({ elements }: { readonly elements: readonly MapElement[] }) {
  const session = useSession();
  const { guides, over } = useDragStore();
  const zoom = useStore((state) => state.transform[2]);
  useEffect(() => watchGlides(session), [session]);
  const place = over === undefined ? undefined : elements.find(({ id }) => id === over);
  return (
    <>
      {(guides.length > 0 || place !== undefined) && (
        <svg className={styles.layer} width="1" height="1" aria-hidden>
          {place !== undefined && <PlaceFrame place={place} />}
          {guides.map((guide) => (
            <path
              key={keyOf(guide)}
              data-guide={guide.kind}
              className={guide.kind === "gap" ? styles.gap : styles.guide}
              d={pathOf(guide, TICK_PX / zoom)}
            />
          ))}
        </svg>
      )}
      <ResizeHandles elements={elements} zoom={zoom} />
    </>
  );
}

function PlaceFrame({ place }: { readonly place: MapElement }) {
  const { width, height } = cardSize(place);
  return (
    <rect
      className={styles.over}
      x={place.position.x}
      y={place.position.y}
      width={width}
      height={height}
      rx={12}
    />
  );
}

function keyOf(guide: Guide): string {
  return guide.kind === "edge" ? `${guide.axis} ${guide.at}` : `${guide.axis} gap`;
}

function pathOf(guide: Guide, tick: number): string {
  if (guide.kind === "edge") {
    const { axis, at, from, to } = guide;
    return stretch(axis === "x" ? "y" : "x", at, from, to, tick);
  }
  const { axis, across, gaps } = guide;
  return gaps.map(([from, to]) => stretch(axis, across, from, to, tick)).join("");
}

/** A line along an axis, with a short stroke across each end. */
function stretch(along: "x" | "y", at: number, from: number, to: number, tick: number): string {
  const end = (value: number) =>
    along === "x" ? `M${value},${at - tick}V${at + tick}` : `M${at - tick},${value}H${at + tick}`;
  const line = along === "x" ? `M${from},${at}H${to}` : `M${at},${from}V${to}`;
  return line + end(from) + end(to);
}
