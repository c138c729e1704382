import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useSession } from "../sync/sessionContext.tsx";
import { type Ghost, Ghosts } from "./Ghosts.ts";
import { type Watcher, Watchers } from "./Watchers.ts";

/** What others have selected, by id. It does not change while they only move their pointers. */
export function useWatchers(): ReadonlyMap<string, readonly Watcher[]> {
  const { presence } = useSession();
  const watchers = useMemo(() => new Watchers(), []);
  return useSyncExternalStore(
    useCallback((listener) => presence.subscribe(listener), [presence]),
    useCallback(() => watchers.update(presence.others()), [presence, watchers]),
  );
}

/** The cards that others are moving, by element id. */
export function useGhosts(): ReadonlyMap<string, Ghost> {
  const { presence, snapshots } = useSession();
  const ghosts = useMemo(() => new Ghosts(), []);
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        const ends = [presence.subscribe(listener), snapshots.subscribe(listener)];
        return () => {
          for (const end of ends) end();
        };
      },
      [presence, snapshots],
    ),
    useCallback(
      () => ghosts.update(presence.others(), snapshots.get().elementById),
      [ghosts, presence, snapshots],
    ),
  );
}
