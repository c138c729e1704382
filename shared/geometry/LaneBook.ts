import { relationLook } from "../drawing/relationLook.ts";
import type { Point } from "../model/field.ts";
import { unit } from "./curve.ts";
import type { RoutedRelation } from "./RoutedRelation.ts";
import type { Via } from "./waysAround.ts";

/** A line that goes around a corner, and which of its waypoints that is. */
interface LaneEntry {
  readonly routed: RoutedRelation;
  readonly index: number;
  readonly via: Via;
}

/** Between the strokes of two lanes. */
const BETWEEN_LANES = 7;

/** Which lines go around which corner of a card, and in which lanes. */
export class LaneBook {
  readonly #corners = new Map<string, LaneEntry[]>();

  /** Enters a relation at every corner it goes around. Says which corners that touches. */
  enter(routed: RoutedRelation): string[] {
    const vias = routed.ends?.vias ?? [];
    routed.lanes = vias.map(() => 0);
    return vias.map((via, index) => {
      const key = cornerKey(via);
      const entries = this.#corners.get(key);
      if (entries === undefined) this.#corners.set(key, [{ routed, index, via }]);
      else entries.push({ routed, index, via });
      return key;
    });
  }

  /** Strikes a relation out, before its way changes. Says which corners that touches. */
  strike(routed: RoutedRelation): string[] {
    return (routed.ends?.vias ?? []).map((via) => {
      const key = cornerKey(via);
      const left = (this.#corners.get(key) ?? []).filter((entry) => entry.routed !== routed);
      if (left.length === 0) this.#corners.delete(key);
      else this.#corners.set(key, left);
      return key;
    });
  }

  /** The corners that a relation goes around. */
  cornersOf(routed: RoutedRelation): string[] {
    return (routed.ends?.vias ?? []).map(cornerKey);
  }

  clear(): void {
    this.#corners.clear();
  }

  /**
   * Lays out the lanes around a corner: the sharper a line turns there, the nearer to the card. Gives back the relations whose
   * lane has changed.
   * @param ends where a relation's line starts and ends.
   */
  spread(
    key: string,
    ends: (routed: RoutedRelation) => readonly [Point, Point] | undefined,
  ): RoutedRelation[] {
    const entries = this.#corners.get(key) ?? [];
    const ranked = entries
      .map((entry) => ({ entry, ...rankOf(entry, ends(entry.routed)) }))
      .sort(
        (left, right) =>
          left.turn - right.turn ||
          left.reach - right.reach ||
          left.entry.routed.order - right.entry.routed.order,
      );
    const offsets = offsetsOf(ranked.map(({ entry }) => entry));
    const changed: RoutedRelation[] = [];
    for (const [place, { entry }] of ranked.entries()) {
      const { routed, index } = entry;
      const offset = offsets[place] ?? 0;
      if (routed.lanes[index] === offset) continue;
      routed.lanes = routed.lanes.with(index, offset);
      changed.push(routed);
    }
    return changed;
  }
}

/** Where a line goes through once it keeps to its lanes, or farther out by `aside`. */
export function inLanes({ ends, lanes }: RoutedRelation, aside: number): Point[] {
  return (ends?.vias ?? []).map(({ x, y, outward }, index) => {
    const offset = (lanes[index] ?? 0) + aside;
    const { x: dx, y: dy } = unit(outward);
    return { x: x + dx * offset, y: y + dy * offset };
  });
}

function cornerKey({ x, y, outward }: Via): string {
  return `${x} ${y} ${outward.x} ${outward.y}`;
}

function rankOf({ routed, index, via }: LaneEntry, ends: readonly [Point, Point] | undefined) {
  const vias = routed.ends?.vias ?? [];
  const [start, end] = ends ?? [via, via];
  const before = headingTo(via, vias[index - 1] ?? start);
  const after = headingTo(via, vias[index + 1] ?? end);
  const along = (point: Point) => point.x * via.outward.x + point.y * via.outward.y;
  return { turn: Math.round((along(before) + along(after)) * 1e3), reach: along(start) + along(end) };
}

function headingTo(from: Point, to: Point): Point {
  const x = to.x - from.x;
  const y = to.y - from.y;
  return x === 0 && y === 0 ? { x: 0, y: 0 } : unit({ x, y });
}

/** How far each lane is from the innermost; closer together where there is too little room for all. */
function offsetsOf(entries: readonly LaneEntry[]): number[] {
  const offsets: number[] = [];
  let room = Number.POSITIVE_INFINITY;
  let offset = 0;
  let widthBefore = 0;
  for (const [place, { routed, via }] of entries.entries()) {
    const { strokeWidth } = relationLook(routed.relation);
    offset +=
      place === 0 ? Math.max(0, strokeWidth / 2 - 2) : (widthBefore + strokeWidth) / 2 + BETWEEN_LANES;
    widthBefore = strokeWidth;
    room = Math.min(room, via.room);
    offsets.push(offset);
  }
  const share = offset > room ? room / offset : 1;
  return offsets.map((each) => each * share);
}
