import { useDeferredValue, useState } from "react";
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
  // What was drawn at once for the wanted one stays until the slices have caught up: its card has the focus by then.
  const [least, setLeast] = useState(0);
  if (upToWanted > Math.max(soon, least)) {
    setLeast(upToWanted);
    setMost(Math.max(most, upToWanted));
  } else if (least > 0 && soon >= Math.min(least, listed.length)) setLeast(0);
  return {
    count: Math.min(Math.max(soon, least), listed.length),
    showMore: () => setMost((before) => before + cardsAtATime),
  };
}
