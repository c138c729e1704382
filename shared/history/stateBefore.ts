import type { FlatState } from "./FlatState.ts";
import type { HistorySegment } from "./HistorySegment.ts";

/**
 * The state at a moment, reckoned back from a later one.
 * @param later the state after a later row; it is changed, and given back.
 * @param segments everything that happened between the two, and more, in any order.
 */
export function stateBefore(
  { state, ref: last }: { readonly state: FlatState; readonly ref: number },
  segments: readonly HistorySegment[],
  moment: number,
): FlatState {
  const between = segments
    .flatMap((segment) => segment.changes)
    .filter(({ ref }) => ref > moment && ref <= last);
  for (const change of between.sort((one, other) => other.ref - one.ref)) state.revert(change);
  return state;
}
