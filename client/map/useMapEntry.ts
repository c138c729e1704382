import { useEffect, useState } from "react";
import type { UndoOutcome } from "../../shared/document/undo.ts";
import { showToast } from "../ui/toasts.ts";
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
    const opening = new MapOpening({
      map: mapId,
      token: tokenInAddress(),
      syncUrl: syncUrl(),
      onEntry: setEntry,
      // The token must not stay where it is seen over a shoulder or kept in the browser's history.
      onTokenUsed: () => window.history.replaceState(null, "", location.pathname),
      onUndone: sayWhatWasKept,
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

function sayWhatWasKept({ label, applied, kept }: UndoOutcome): void {
  if (kept.length === 0) return;
  showToast(
    applied === 0
      ? `“${label}” stays as it is: somebody has changed the same thing since.`
      : `“${label}”: the part that somebody has changed since stays as it is.`,
  );
}
