import { useEffect, useState } from "react";
import { findOnMap } from "../../shared/view/search/findOnMap.ts";
import { SearchIndex } from "../../shared/view/search/SearchIndex.ts";
import type { SearchHit } from "../../shared/view/search/searchEntries.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { runInSlices } from "./runInSlices.ts";
import { setFound } from "./viewStore.ts";

/** The map is drawn anew for what is found: not at each letter of a word that is being typed, and a large one later. */
const dimAfterMs = 160;
const dimLargeAfterMs = 450;
const isLargeFrom = 600;

const indexes = new WeakMap<MapSession, SearchIndex>();

/** What a query finds on the map, as both change; undefined before the first answer, and where nothing is asked. */
export function useSearch(query: string): readonly SearchHit[] | undefined {
  const session = useSession();
  const { map } = useSnapshot();
  const findings = useShownFindings();
  const [hits, setHits] = useState<readonly SearchHit[]>();
  const [isReady, setReady] = useState<object>();
  useEffect(() => {
    const index = indexes.get(session) ?? new SearchIndex();
    indexes.set(session, index);
    return runInSlices(index.steps(map, findings), () => setReady({ index }));
  }, [session, map, findings]);
  useEffect(() => {
    const index = indexes.get(session);
    if (isReady === undefined || index === undefined) return;
    setHits(query.trim() === "" ? undefined : findOnMap(index, query));
  }, [session, isReady, query]);
  useDimming(hits, map.elements.length >= isLargeFrom ? dimLargeAfterMs : dimAfterMs);
  return hits;
}

function useDimming(hits: readonly SearchHit[] | undefined, afterMs: number): void {
  useEffect(() => {
    const timer = setTimeout(
      () => setFound(hits === undefined ? undefined : new Set(hits.flatMap(({ entry }) => entry.ids))),
      afterMs,
    );
    return () => clearTimeout(timer);
  }, [hits, afterMs]);
  useEffect(() => () => setFound(undefined), []);
}
