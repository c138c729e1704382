import { useSyncExternalStore } from "react";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { type TimelineState, type TimelineStore, timelineOf } from "./TimelineStore.ts";

/** What is known of the history of the map, followed as it changes. */
export function useTimeline(): { readonly state: TimelineState; readonly store: TimelineStore } {
  const store = timelineOf(useLiveSession());
  return { state: useSyncExternalStore(store.subscribe, store.get), store };
}
