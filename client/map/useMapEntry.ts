import { useEffect, useState } from "react";
import { sayUndone } from "../actions/sayUndone.ts";
import { toldProblem } from "../signin/toldProblem.ts";
import { type MapEntry, MapOpening } from "./MapOpening.ts";

/**
 * Gets this tab into a map: posts the token of the address (and takes it out of the address), then opens the session. The session ends with
 * the component. `retry` starts again after a refusal.
 */
export function useMapEntry(mapId: string): { readonly entry: MapEntry; readonly retry: () => void } {
  const [entry, setEntry] = useState<MapEntry>({ kind: "entering" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what starts again.
  useEffect(() => {
    // Before the address loses all but its path.
    toldProblem();
    const opening = new MapOpening({
      map: mapId,
      token: tokenInAddress(),
      syncUrl: syncUrl(),
      onEntry: setEntry,
      // The token must not stay where it is seen over a shoulder or kept in the browser's history.
      onTokenUsed: () => window.history.replaceState(null, "", location.pathname),
      onUndone: sayUndone,
    });
    return () => opening.close();
  }, [mapId, attempt]);

  useReloadOnOtherLink();
  return {
    entry,
    retry: () => {
      setEntry({ kind: "entering" });
      setAttempt((before) => before + 1);
    },
  };
}

/** Pasting another link of the same map over the address changes only the fragment, and the browser loads nothing. */
function useReloadOnOtherLink(): void {
  useEffect(() => {
    const onHashChange = () => {
      if (tokenInAddress() !== undefined) location.reload();
    };
    window.addEventListener("hashchange", onHashChange);
    return () => window.removeEventListener("hashchange", onHashChange);
  }, []);
}

function tokenInAddress(): string | undefined {
  const token = location.hash.slice(1);
  return token === "" ? undefined : token;
}

function syncUrl(): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/sync`;
}
