import { create } from "zustand";

/** How much of the top of the map a hint takes that stands for as long as something is being picked there, in screen pixels. */
export const useHintRoom = create<{ readonly heightPx: number }>()(() => ({ heightPx: 0 }));

type Edges = Pick<DOMRectReadOnly, "left" | "top" | "right" | "bottom">;

/** Room for the badges at the upper edge of a card. */
const GAP_PX = 20;

/** By how much cards have to go down so that a hint at the top covers none more than the edge of the map did. */
export function wayFromUnder(hint: Edges, cards: readonly Edges[], edgeTopPx: number): number {
  const foot = hint.bottom + GAP_PX;
  const covered = cards.filter(
    ({ left, top, right, bottom }) =>
      left < hint.right && right > hint.left && top < foot && bottom > edgeTopPx,
  );
  return Math.max(0, ...covered.map(({ top }) => foot - Math.max(top, edgeTopPx)));
}
