import { relationLook } from "../drawing/relationLook.ts";
import { BoxGrid } from "./BoxGrid.ts";
import { type Box, grown, isInside } from "./box.ts";
import type { Bend } from "./curve.ts";
import { DocumentQueue } from "./DocumentQueue.ts";
import { drawnEnds } from "./PairGroup.ts";
import { polylineMeets } from "./polyline.ts";
import type { RoutedRelation } from "./RoutedRelation.ts";
import type { Line } from "./routedLine.ts";
import { StrokeGrid } from "./StrokeGrid.ts";

/** How a line deviates from its course. */
export interface Deviation {
  /** Farther out at each waypoint. */
  readonly aside: number;
  readonly bend: Bend;
}

const STEADY: Bend = { start: 1, end: 1 };
export const AS_CHARTED: Deviation = { aside: 0, bend: STEADY };

const WITH_WAYPOINTS: readonly Deviation[] = [9, 18, -7, 27, 36, 46].map((aside) => ({
  aside,
  bend: STEADY,
}));
const WITHOUT: readonly Deviation[] = [
  { start: 0.7, end: 1.3 },
  { start: 1.3, end: 0.7 },
  { start: 0.75, end: 0.75 },
  { start: 1.3, end: 1.3 },
  { start: 0.45, end: 1.5 },
  { start: 1.5, end: 0.45 },
].map((bend) => ({ aside: 0, bend }));

/** Over less than this lines may run side by side: they do where they cross at a small angle. */
const NEGLIGIBLE = 28;
const PER_DEVIATION = 6;
const OFF_CARDS = 7;
const PER_CARD = 1_000;
/** How far a deviation may lead beyond the course. */
const REACH = 90;

interface Parted {
  readonly routed: RoutedRelation;
  /** The line as it was drawn before. */
  readonly before: Line | undefined;
}

/**
 * Lets lines part that would hide one another over a stretch: one after another in document order, each keeps clear of those before it
 * by a small deviation from its course, if one helps and leads behind no card. Only what a change bears on is worked out again, and the
 * outcome is that of parting all anew.
 */
export class PartingBoard {
  readonly #cards: BoxGrid<string>;
  readonly #lineOf: (routed: RoutedRelation, deviation: Deviation) => Line | undefined;
  readonly #strokes = new StrokeGrid();
  readonly #asked = new Map<RoutedRelation, ReadonlySet<number>>();
  /** The areas in which cards bear on a line that had reason to deviate. */
  readonly #wary = new BoxGrid<RoutedRelation>();
  readonly #stale = new Set<RoutedRelation>();

  constructor(
    cards: BoxGrid<string>,
    lineOf: (routed: RoutedRelation, deviation: Deviation) => Line | undefined,
  ) {
    this.#cards = cards;
    this.#lineOf = lineOf;
  }

  clear(): void {
    this.#strokes.clear();
    this.#asked.clear();
    this.#wary.clear();
    this.#stale.clear();
  }

  courseChanged(routed: RoutedRelation): void {
    this.#stale.add(routed);
  }

  cardChanged(box: Box): void {
    this.#wary.forEachIn(box, (routed) => this.#stale.add(routed));
  }

  /** A relation is no more; `before` is its line as it was drawn. */
  remove(routed: RoutedRelation, before: Line | undefined): void {
    this.#stale.delete(routed);
    this.#setAsked(routed, new Set());
    this.#asked.delete(routed);
    this.#wary.delete(routed);
    if (before === undefined) return;
    this.#strokes.remove(routed, before.trace);
    this.#strokes.forEachAsker(before.trace, (other) => {
      if (other.order >= routed.order) this.#stale.add(other);
    });
  }

  /** Lets the lines part that are stale. Gives back those that are drawn elsewhere than before. */
  settle(): Parted[] {
    const moved = new Map<RoutedRelation, Line | undefined>();
    const queue = new DocumentQueue(this.#stale);
    for (let routed = queue.next(); routed !== undefined; routed = queue.next()) {
      const before = routed.line;
      const line = this.#part(routed);
      if (before?.d === line?.d && sameEnds(before, line)) continue;
      if (!moved.has(routed)) moved.set(routed, before);
      if (line === undefined) delete routed.line;
      else routed.line = line;
      if (before !== undefined) this.#strokes.remove(routed, before.trace);
      if (line !== undefined) this.#strokes.add(routed, line.trace, halfWidthOf(routed));
      const { order } = routed;
      for (const changed of [before, line]) {
        if (changed === undefined) continue;
        this.#strokes.forEachAsker(changed.trace, (other) => {
          if (other.order > order) queue.add(other);
        });
      }
    }
    this.#stale.clear();
    return Array.from(moved, ([routed, before]) => ({ routed, before }));
  }

  #part(routed: RoutedRelation): Line | undefined {
    const { course } = routed;
    this.#wary.delete(routed);
    const asked = new Set<number>();
    const line = course && this.#best(routed, course, asked);
    this.#setAsked(routed, asked);
    return line;
  }

  #best(routed: RoutedRelation, course: Line, asked: Set<number>): Line {
    const hidden = this.#hidden(routed, course, asked);
    if (hidden <= NEGLIGIBLE) return course;
    this.#wary.set(routed, grown(course.bounds, REACH));
    let best = course;
    let bestCost = hidden + this.#cardsBehind(routed, course) * PER_CARD;
    const deviations = (routed.ends?.vias ?? []).length > 0 ? WITH_WAYPOINTS : WITHOUT;
    for (const [index, deviation] of deviations.entries()) {
      const line = this.#lineOf(routed, deviation);
      if (line === undefined || !isInside(line.bounds, grown(course.bounds, REACH - OFF_CARDS))) continue;
      let cost = (index + 1) * PER_DEVIATION + this.#cardsBehind(routed, line) * PER_CARD;
      if (cost >= bestCost) continue;
      cost += this.#hidden(routed, line, asked, bestCost - cost);
      if (cost >= bestCost) continue;
      best = line;
      bestCost = cost;
    }
    return best;
  }

  #hidden(
    routed: RoutedRelation,
    { trace }: Line,
    asked: Set<number>,
    limit = Number.POSITIVE_INFINITY,
  ): number {
    return this.#strokes.hiddenLength(routed, trace, halfWidthOf(routed), asked, limit);
  }

  #cardsBehind(routed: RoutedRelation, { trace, bounds }: Line): number {
    const { startId, endId } = drawnEnds(routed.relation);
    let count = 0;
    this.#cards.forEachIn(grown(bounds, OFF_CARDS), (id, box) => {
      if (id === startId || id === endId) return;
      if (polylineMeets(trace, grown(box, OFF_CARDS))) count += 1;
    });
    return count;
  }

  #setAsked(routed: RoutedRelation, asked: ReadonlySet<number>): void {
    this.#strokes.setAsked(routed, this.#asked.get(routed) ?? NOTHING, asked);
    this.#asked.set(routed, asked);
  }
}

const NOTHING: ReadonlySet<number> = new Set();

function halfWidthOf(routed: RoutedRelation): number {
  return relationLook(routed.relation).strokeWidth / 2;
}

function sameEnds(a: Line | undefined, b: Line | undefined): boolean {
  return (
    a?.start.point.x === b?.start.point.x &&
    a?.start.point.y === b?.start.point.y &&
    a?.end.point.x === b?.end.point.x &&
    a?.end.point.y === b?.end.point.y
  );
}
