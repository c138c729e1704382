import { useCallback, useDeferredValue, useMemo, useSyncExternalStore } from "react";
import { type MapDifference, mapDifference } from "../../shared/document/mapDifference.ts";
import { type Snapshot, snapshotOf } from "../../shared/document/snapshot.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { useLiveSession } from "../sync/sessionContext.tsx";

/** The map as it is now, whatever stands in its place; it follows with a little delay where that keeps typing smooth. */
export function useLiveSnapshot(): Snapshot {
  const { snapshots } = useLiveSession();
  return useDeferredValue(
    useSyncExternalStore(
      useCallback((listener) => snapshots.subscribe(listener), [snapshots]),
      useCallback(() => snapshots.get(), [snapshots]),
    ),
  );
}

/** What has been added, removed and changed since the map was like this. */
export interface DifferenceSince {
  readonly difference: MapDifference;
  readonly then: Snapshot;
  readonly now: Snapshot;
}

/** Follows what has changed since the map was like this. */
export function useDifferenceSince(map: SystemMap): DifferenceSince {
  const now = useLiveSnapshot();
  const then = useMemo(() => snapshotOf(map), [map]);
  return useMemo(() => ({ difference: mapDifference(map, now.map), then, now }), [map, then, now]);
}
