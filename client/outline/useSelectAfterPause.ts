import { useCallback, useEffect, useRef } from "react";
import { select } from "../canvas/canvasStore.ts";
import { followSelection } from "../panels/panelStore.ts";

const pauseMs = 120;

/**
 * Selects on the map what has become current: after a pause, for held arrow keys go through many rows that nobody looks at. What is
 * outstanding is selected at once when the view closes.
 */
export function useSelectAfterPause(): (ids: readonly string[]) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const outstanding = useRef<readonly string[]>(undefined);
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const ids = outstanding.current;
    outstanding.current = undefined;
    if (ids === undefined) return;
    select(ids);
    if (ids.length === 1) followSelection();
  }, []);
  useEffect(() => settle, [settle]);
  return useCallback(
    (ids) => {
      outstanding.current = ids;
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, pauseMs);
    },
    [settle],
  );
}
