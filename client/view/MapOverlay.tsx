import { useRef } from "react";
import type { Insets } from "../canvas/MapCanvas.tsx";
import { loadLater } from "../ui/loadLater.tsx";
import { FilterChips } from "./FilterChips.tsx";
import styles from "./MapOverlay.module.css";
import { MarksLegend } from "./MarksLegend.tsx";
import { useMinimapStore } from "./minimapStore.ts";
import { SearchPanel } from "./SearchPanel.tsx";
import { useEmphasis } from "./useEmphasis.ts";
import { useRegionControl } from "./useRegionControl.ts";
import { useSuggestedMinimap } from "./useSuggestedMinimap.ts";
import { useViewStore } from "./viewStore.ts";

const FilterDock = loadLater(async () => (await import("./FilterDock.tsx")).FilterDock);
const Minimap = loadLater(async () => (await import("./Minimap.tsx")).Minimap);

/** What finding lays over the map: search, what is being filtered, what marks mean, the minimap. Its parent is what panels leave of the map. */
export function MapOverlay({ insets }: { readonly insets: Insets }) {
  const room = useRef<HTMLDivElement>(null);
  const isSearching = useViewStore((state) => state.isSearching);
  const isFiltering = useViewStore((state) => state.panel === "filter");
  const isMinimapShown = useMinimapStore((state) => state.isShown);
  useRegionControl(room, insets);
  useSuggestedMinimap(room);
  return (
    <div ref={room} className={styles.room} data-around-canvas>
      <Emphasis />
      <div className={styles.top}>
        {isSearching && <SearchPanel />}
        <FilterChips />
        {isFiltering && !isSearching && (
          <div className={styles.dock}>
            <FilterDock />
          </div>
        )}
      </div>
      <div className={styles.corner}>
        <MarksLegend />
        {isMinimapShown && <Minimap insets={insets} />}
      </div>
    </div>
  );
}

/** By itself: it follows every change of the map, and what lies over the map does not. */
function Emphasis() {
  useEmphasis();
  return null;
}
