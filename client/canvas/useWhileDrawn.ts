import { useEffect, useState, useTransition } from "react";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import { useViewMode } from "../shell/viewMode.ts";
import { useShownMap } from "../sync/sessionContext.tsx";

type Subscribe = (listener: () => void) => () => void;

/**
 * Follows something while the map is shown as a drawing. Behind the outline or the tables the drawing keeps what it had: thousands of
 * cards that nobody sees are not drawn again with every edit. Both functions must be the same from one call to the next.
 *
 * Not `useSyncExternalStore`, which always draws in one go: a change is as urgent here as whoever tells of it says, and thousands of cards are
 * drawn in slices where others have moved them; see {@link useDrawingInSlices}.
 */
export function useWhileDrawn<T>(subscribe: Subscribe, get: () => T): T {
  const [kept, setKept] = useState(() => ({ get, value: get() }));
  useEffect(() => {
    const take = () => {
      if (!isDrawn()) return;
      const value = get();
      setKept((before) => (before.get === get && before.value === value ? before : { get, value }));
    };
    // What has changed since it was drawn and before it is followed.
    take();
    const ends = [subscribe(take), useViewMode.subscribe(take)];
    return () => {
      for (const end of ends) end();
    };
  }, [subscribe, get]);
  if (kept.get === get) return kept.value;
  const now = { get, value: get() };
  setKept(now);
  return now.value;
}

/** The map as the drawing shows it: as it stands now, or as it stood when the drawing was last to be seen. */
export function useDrawnSnapshot(): Snapshot {
  const shown = useShownMap();
  return useWhileDrawn(shown.subscribe, shown.snapshot);
}

/** Lets what others do be drawn in slices: a key press, or what this person moves, does not wait until all of it is drawn. */
export function useDrawingInSlices(): void {
  const shown = useShownMap();
  const [isDrawing, draw] = useTransition();
  useEffect(() => shown.drawWith(draw), [shown]);
  useEffect(() => {
    if (!isDrawing) shown.noteDrawn();
  }, [shown, isDrawing]);
}

function isDrawn(): boolean {
  return useViewMode.getState().mode === "map";
}
