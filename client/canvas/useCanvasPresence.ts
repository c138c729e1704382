import { useCallback, useMemo } from "react";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { type Ghost, Ghosts } from "./Ghosts.ts";
import { oncePerFrame } from "./oncePerFrame.ts";
import { useWhileDrawn } from "./useWhileDrawn.ts";
import { type Watcher, Watchers } from "./Watchers.ts";

/** What others have selected, by id. It does not change while they only move their pointers. */
export function useWatchers(): ReadonlyMap<string, readonly Watcher[]> {
  const { presence } = useSession();
  const watchers = useMemo(() => new Watchers(), []);
  return useWhileDrawn(
    useCallback((listener) => followPresence(presence, listener), [presence]),
    useCallback(() => watchers.update(presence.others()), [presence, watchers]),
  );
}

/** The cards that others are moving, by element id. */
export function useGhosts(): ReadonlyMap<string, Ghost> {
  const { presence, snapshots } = useSession();
  const ghosts = useMemo(() => new Ghosts(), []);
  return useWhileDrawn(
    useCallback(
      (listener) => {
        const ends = [followPresence(presence, listener), snapshots.subscribe(listener)];
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

function followPresence(presence: MapSession["presence"], listener: () => void): () => void {
  const { call, stop } = oncePerFrame(listener);
  const unsubscribe = presence.subscribe(call);
  return () => {
    stop();
    unsubscribe();
  };
}
