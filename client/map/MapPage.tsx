import { MapShell } from "../shell/MapShell.tsx";
import { SessionProvider } from "../sync/sessionContext.tsx";
import { LoadingScreen } from "../ui/LoadingScreen.tsx";
import { RefusedScreen } from "./RefusedScreen.tsx";
import { useFontsReady } from "./useFontsReady.ts";
import { useMapEntry } from "./useMapEntry.ts";

/** The page of one map: from the link to the map on the screen. */
export function MapPage({ mapId }: { readonly mapId: string }) {
  const { entry, retry } = useMapEntry(mapId);
  const areFontsReady = useFontsReady();
  if (entry.kind === "refused") return <RefusedScreen {...entry} onRetry={retry} />;
  if (entry.kind === "entering" || !areFontsReady) return <LoadingScreen text="Opening the map …" />;
  return (
    <SessionProvider session={entry.session}>
      <MapShell />
    </SessionProvider>
  );
}
