import type { Box } from "../geometry/box.ts";

/** A card where it stands today, and where it would stand. */
export interface Move {
  readonly before: Box;
  readonly after: Box;
}

/**
 * How many pairs of cards have clearly changed their order from left to right: what a reader who knows the map must learn anew. Cards
 * that stood, or stand, above each other have no order.
 */
export function turnedPairs(moves: readonly Move[]): number {
  let turned = 0;
  for (const [index, one] of moves.entries()) {
    const reach = one.before.width / 2;
    for (let at = index + 1; at < moves.length; at++) {
      const other = moves[at];
      if (other === undefined) continue;
      const then = middleOf(one.before) - middleOf(other.before);
      const now = middleOf(one.after) - middleOf(other.after);
      if (then * now < 0 && Math.abs(then) > reach && Math.abs(now) > reach) turned += 1;
    }
  }
  return turned;
}

function middleOf({ x, width }: Box): number {
  return x + width / 2;
}
