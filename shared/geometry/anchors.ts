import type { Point } from "../model/field.ts";
import { anchorRange, borderPoint, type Side } from "./outline.ts";
import type { RoutedCard } from "./route.ts";

/** Facing cards that overlap by less than this are not joined by a straight line. */
const LEAST_OVERLAP = 24;
const LEAST_SPACING = 30;
const LEAST_MARGIN = 9;

/** The side across a card. */
export const OPPOSITE: Readonly<Record<Side, Side>> = {
  top: "bottom",
  bottom: "top",
  left: "right",
  right: "left",
};

export function isHorizontal(side: Side): boolean {
  return side === "top" || side === "bottom";
}

/**
 * Where a line to another card would best meet a side, measured from the card's top left corner along the side: straight across where the two
 * face each other, else drawn towards the other card.
 */
export function wantedAnchor(card: RoutedCard, side: Side, other: RoutedCard, otherSide: Side): number {
  const [from, to] = anchorRange(card.type, card.box, side);
  if (card.id === other.id) return side === "right" ? from : to;
  const horizontal = isHorizontal(side);
  const start = horizontal ? card.box.x : card.box.y;
  const length = horizontal ? card.box.width : card.box.height;
  const otherStart = horizontal ? other.box.x : other.box.y;
  const otherLength = horizontal ? other.box.width : other.box.height;
  const low = Math.max(start, otherStart);
  const high = Math.min(start + length, otherStart + otherLength);
  const isStraight = OPPOSITE[side] === otherSide && high - low >= LEAST_OVERLAP;
  const middle = length / 2;
  const pull = (otherStart + otherLength / 2 - start - middle) * 0.35;
  const wanted = isStraight
    ? (low + high) / 2 - start
    : middle + Math.max(-length * 0.28, Math.min(length * 0.28, pull));
  return Math.max(from, Math.min(to, wanted));
}

/** The point on the map at a place along a card's side. */
export function anchorPoint(card: RoutedCard, side: Side, along: number): Point {
  const { x, y } = borderPoint(card.type, card.box, side, along);
  return { x: card.box.x + x, y: card.box.y + y };
}

/** A line's end that wants a place on a side. */
export interface Wish {
  readonly wanted: number;
  /** How wide the line and its mark are. */
  readonly width: number;
}

/**
 * Spreads anchors along a side: as near as can be to where they are wanted, in the order given, with room between them by
 * their widths (less where the side is too short for all).
 */
export function spreadAnchors(wishes: readonly Wish[], usual: readonly [number, number]): number[] {
  const { offsets: comfortable, needed: comfort } = offsetsOf(wishes, 8, LEAST_SPACING);
  // Where it is tight, lines may meet a side nearer to its corners.
  const [from, to] = comfort > usual[1] - usual[0] ? nearerToCorners(usual) : usual;
  const tight = offsetsOf(wishes, 1, 0);
  const ease = Math.max(0, Math.min(1, (to - from - tight.needed) / (comfort - tight.needed)));
  const offsets = comfortable.map((wide, index) => {
    const close = tight.offsets[index] ?? 0;
    return comfort > to - from ? close + (wide - close) * ease : wide;
  });
  const needed = offsets.at(-1) ?? 0;
  const share = needed > to - from ? (to - from) / needed : 1;
  // With the spacing taken out, the least displacement that keeps the order is a pooling of neighbours (isotonic regression).
  const pools: { sum: number; count: number }[] = [];
  for (const [index, { wanted }] of wishes.entries()) {
    pools.push({ sum: wanted - (offsets[index] ?? 0) * share, count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count)
        break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const highest = Math.max(from, to - needed * share);
  return pools
    .flatMap(({ sum, count }) =>
      new Array<number>(count).fill(Math.max(from, Math.min(highest, sum / count))),
    )
    .map((base, index) => base + (offsets[index] ?? 0) * share);
}

function nearerToCorners([from, to]: readonly [number, number]): readonly [number, number] {
  const by = Math.max(0, from - LEAST_MARGIN);
  return [from - by, to + by];
}

/** How far the ends lie from the first where each has `gap` beside its neighbour, and is at least `least` from it. */
function offsetsOf(wishes: readonly Wish[], gap: number, least: number) {
  const offsets = [0];
  for (const [index, { width }] of wishes.entries()) {
    const next = wishes[index + 1];
    if (next !== undefined)
      offsets.push((offsets[index] ?? 0) + Math.max(least, (width + next.width) / 2 + gap));
  }
  return { offsets, needed: offsets.at(-1) ?? 0 };
}
