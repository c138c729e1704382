import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import { useViewMode } from "../shell/viewMode.ts";
import { useShownMap } from "../sync/sessionContext.tsx";

type Subscribe = (listener: () => void) => () => void;

/**
 * Follows something while the map is shown as a drawing. Behind the outline or the tables the drawing keeps what it had: thousands of
 * cards that nobody sees are not drawn again with every edit. Both functions must be the same from one call to the next.
 */
export function useWhileDrawn<T>(subscribe: Subscribe, get: () => T): T {
  const kept = useRef<{ readonly get: () => T; readonly value: T }>(undefined);
  const subscribeAll = useCallback(
    (listener: () => void) => {
      const onChange = () => {
        if (isDrawn()) listener();
      };
      const ends = [subscribe(onChange), useViewMode.subscribe(onChange)];
      return () => {
        for (const end of ends) end();
      };
    },
    [subscribe],
  );
  const getKept = useCallback(() => {
    if (kept.current?.get !== get || isDrawn()) kept.current = { get, value: get() };
    return kept.current.value;
  }, [get]);
  return useSyncExternalStore(subscribeAll, getKept);
}

/** The map as the drawing shows it: as it stands now, or as it stood when the drawing was last to be seen. */
export function useDrawnSnapshot(): Snapshot {
  const shown = useShownMap();
  return useWhileDrawn(shown.subscribe, shown.snapshot);
}

function isDrawn(): boolean {
  return useViewMode.getState().mode === "map";
}
