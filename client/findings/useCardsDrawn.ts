import { useDeferredValue, useEffect, useState } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { usePanelStore } from "../panels/panelStore.ts";

/** More than fill the tallest screen: these are drawn at once, the others after them, in slices. */
const cardsAtOnce = 40;
/** As many as anybody reads in one go. */
const cardsAtATime = 200;

/** How many cards of the list to draw: enough for the screen at first, then more, and always up to the one that is wanted. */
export function useCardsDrawn(listed: readonly CheckedFinding[]): {
  readonly count: number;
  readonly showMore: () => void;
} {
  const [most, setMost] = useState(cardsAtATime);
  const wanted = usePanelStore((state) => state.wantedFinding);
  const upToWanted = wanted === undefined ? 0 : listed.findIndex(({ key }) => key === wanted) + 1;
  const soon = useDeferredValue(Math.min(most, listed.length), cardsAtOnce);
  useEffect(() => {
    if (upToWanted > most) setMost(upToWanted);
  }, [upToWanted, most]);
  return {
    count: Math.max(soon, upToWanted),
    showMore: () => setMost((before) => before + cardsAtATime),
  };
}
