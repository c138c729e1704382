import { useCallback, useMemo } from "react";
import { useShownMap } from "../sync/sessionContext.tsx";
import { type Ghost, Ghosts } from "./Ghosts.ts";
import { useWhileDrawn } from "./useWhileDrawn.ts";
import { type Watcher, Watchers } from "./Watchers.ts";

/** What others have selected, by id. It does not change while they only move their pointers. */
export function useWatchers(): ReadonlyMap<string, readonly Watcher[]> {
  const shown = useShownMap();
  const watchers = useMemo(() => new Watchers(), []);
  return useWhileDrawn(
    shown.subscribe,
    useCallback(() => watchers.update(shown.others()), [shown, watchers]),
  );
}

/** The cards that others are moving, by element id. */
export function useGhosts(): ReadonlyMap<string, Ghost> {
  const shown = useShownMap();
  const ghosts = useMemo(() => new Ghosts(), []);
  return useWhileDrawn(
    shown.subscribe,
    useCallback(() => ghosts.update(shown.others(), shown.snapshot().elementById), [ghosts, shown]),
  );
}
