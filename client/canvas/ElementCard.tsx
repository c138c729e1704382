import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { drawElement } from "../../shared/drawing/drawElement.ts";
import { cardBadgeSpot } from "../../shared/drawing/findingBadge.ts";
import { classNames } from "../ui/classNames.ts";
import { initials } from "../ui/initials.ts";
import { Badge } from "./Badge.tsx";
import type { CardNode } from "./CardNodes.ts";
import styles from "./ElementCard.module.css";
import { ShapeView } from "./ShapeView.tsx";
import type { Watcher } from "./Watchers.ts";

/** One element on the canvas: its drawing, and around it what is true of it now. Drawn again only if one of these changes. */
export const ElementCard = memo(function ElementCard({ data, selected }: NodeProps<CardNode>) {
  const { element, badges, isHighlighted, watchers, movedBy } = data;
  const { width, height, shapes } = drawElement(element);
  const isPlace = element.type === "place";
  return (
    <div className={classNames(styles.card, isPlace && styles.place, selected && styles.selected)}>
      <svg
        className={styles.drawing}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden
      >
        <ShapeView shapes={shapes} />
      </svg>
      {isPlace && <PlaceHold />}
      {selected && !isHighlighted && <div className={styles.selectedFrame} />}
      {isHighlighted && <div className={styles.highlightFrame} />}
      {watchers?.map((watcher, index) => (
        <WatcherFrame key={watcher.clientId} watcher={watcher} index={index} />
      ))}
      {badges !== undefined && (
        <svg className={styles.badge} width={width} height={height} aria-hidden>
          {badges.map((mark, index) => (
            <Badge key={mark.severity} mark={mark} {...cardBadgeSpot({ x: 0, y: 0, width, height }, index)} />
          ))}
        </svg>
      )}
      {movedBy !== undefined && (
        <div className={styles.movedBy} style={{ backgroundColor: movedBy.colour }}>
          {movedBy.name}
        </div>
      )}
    </div>
  );
}, isSameCard);

function isSameCard(before: NodeProps<CardNode>, after: NodeProps<CardNode>): boolean {
  return before.data === after.data && before.selected === after.selected;
}

function WatcherFrame({ watcher, index }: { readonly watcher: Watcher; readonly index: number }) {
  const inset = `${-4 - index * 3}px`;
  return (
    <div className={styles.watcherFrame} style={{ inset, borderColor: watcher.colour }}>
      <span
        className={styles.initials}
        style={{ backgroundColor: watcher.colour, left: `${index * 26 - 1}px` }}
      >
        {initials(watcher.name)}
      </span>
    </div>
  );
}

/** The frame and the label of a place, by which it is taken hold of: what lies inside it is ground. */
function PlaceHold() {
  return (
    <>
      <div className={classNames("place-hold", styles.placeLabel)} />
      <div className={classNames("place-hold", styles.placeTop)} />
      <div className={classNames("place-hold", styles.placeRight)} />
      <div className={classNames("place-hold", styles.placeBottom)} />
      <div className={classNames("place-hold", styles.placeLeft)} />
    </>
  );
}
