import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { drawElement } from "../../shared/drawing/drawElement.ts";
import { cardBadgeSpot } from "../../shared/drawing/findingBadge.ts";
import { isLocked } from "../../shared/model/locked.ts";
import { personLine } from "../sync/personColours.ts";
import { classNames } from "../ui/classNames.ts";
import { initials } from "../ui/initials.ts";
import { Badges } from "./Badges.tsx";
import type { CardNode } from "./CardNodes.ts";
import { useDragStore } from "./dragStore.ts";
import styles from "./ElementCard.module.css";
import { useDetailStore } from "./lod/detailStore.ts";
import { simpleCard } from "./lod/simpleCard.ts";
import { ShapeView } from "./ShapeView.tsx";
import type { Watcher } from "./Watchers.ts";

/** Whose initials stand side by side above a card, clear of its badges and of where connections are drawn from; of the others only how many. */
const MOST_WATCHERS = 2;
const INITIALS_STEP_PX = 28;

/** One element on the canvas: its drawing, and around it what is true of it now. Drawn again only if one of these changes. */
export const ElementCard = memo(function ElementCard({ data, selected }: NodeProps<CardNode>) {
  const { element, badges, isHighlighted, isDimmed, watchers, movedBy } = data;
  const detail = useDetailStore((state) => state.detail);
  const { width, height, shapes } = detail === "full" ? drawElement(element) : simpleCard(element, detail);
  const isPlace = element.type === "place";
  const isLifted = useDragStore(({ own }) => own?.idSet.has(element.id) === true);
  return (
    <div
      className={classNames(
        styles.card,
        isPlace && styles.place,
        selected && styles.selected,
        isDimmed && styles.dimmed,
        isLifted && styles.lifted,
      )}
    >
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
      {watchers?.slice(0, MOST_WATCHERS).map((watcher, index) => (
        <WatcherFrame key={watcher.clientId} watcher={watcher} index={index} />
      ))}
      {watchers !== undefined && watchers.length > MOST_WATCHERS && (
        <span className={styles.moreWatchers} style={{ left: initialsLeft(MOST_WATCHERS) }}>
          +{watchers.length - MOST_WATCHERS}
        </span>
      )}
      {badges !== undefined && (
        <svg className={styles.badge} width={width} height={height} aria-hidden>
          <Badges
            badges={badges}
            spotOf={(index) => cardBadgeSpot(element.type, { x: 0, y: 0, width, height }, index)}
          />
        </svg>
      )}
      {movedBy !== undefined && (
        <div className={styles.movedBy} style={{ backgroundColor: movedBy.colour }}>
          {movedBy.name}
        </div>
      )}
      {isLocked(element) && <Padlock />}
    </div>
  );
}, isSameCard);

function isSameCard(before: NodeProps<CardNode>, after: NodeProps<CardNode>): boolean {
  return before.data === after.data && before.selected === after.selected;
}

function initialsLeft(index: number): string {
  return `calc(${index * INITIALS_STEP_PX}px * var(--far-mark) - 1px)`;
}

function WatcherFrame({ watcher, index }: { readonly watcher: Watcher; readonly index: number }) {
  const inset = `${-4 - index * 3}px`;
  return (
    <div className={styles.watcherFrame} style={{ inset, borderColor: personLine(watcher.colour) }}>
      <span
        className={styles.initials}
        style={{ backgroundColor: watcher.colour, left: initialsLeft(index) }}
      >
        {initials(watcher.name)}
      </span>
    </div>
  );
}

/** Says that a facilitator has locked the card; what is said to screen readers is in its description. */
function Padlock() {
  return (
    <svg
      className={styles.padlock}
      width="22"
      height="22"
      viewBox="0 0 22 22"
      aria-hidden
      data-testid="locked"
    >
      <title>
        Locked: the card stays where and as it is until a facilitator unlocks it; its connections do not
      </title>
      <circle cx="11" cy="11" r="10" className={styles.padlockDisc} />
      <path d="M8 10 V8 a3 3 0 0 1 6 0 V10" className={styles.padlockBow} />
      <rect x="6.5" y="10" width="9" height="6.5" rx="1.2" className={styles.padlockBody} />
    </svg>
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
