import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { BottomBar } from "../canvas/BottomBar.tsx";
import { LegendButton } from "../legend/LegendButton.tsx";
import { setCollapsed } from "../panels/panelStore.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { useSwitchByRoom } from "../ui/useSwitchByRoom.ts";
import { useViewStore } from "../view/viewStore.ts";
import styles from "./BottomPanel.module.css";

/** The bar of layers and zoom, which folds away like the other panels. */
export function BottomPanel() {
  const [isFolded, setFolded] = useSwitchByRoom(NARROW_WINDOW);
  useRoomForWhatIsWanted(() => setFolded(false));
  return (
    <section className={styles.panel} aria-label="Layers and zoom" data-around-canvas>
      {!isFolded && <BottomBar />}
      {!isFolded && <LegendButton />}
      <IconButton
        label={isFolded ? "Show layers and zoom" : "Fold layers and zoom away"}
        variant="secondary"
        size="small"
        tooltipPlacement="top"
        onPress={() => setFolded(!isFolded)}
      >
        {isFolded ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
      </IconButton>
    </section>
  );
}

/** What a command opens belongs to a button of the bar, or to the map: the one unfolds, and a panel that lies over the other folds away. */
function useRoomForWhatIsWanted(unfold: () => void): void {
  const panel = useViewStore((state) => state.panel);
  const isSearching = useViewStore((state) => state.isSearching);
  const latestUnfold = useRef(unfold);
  latestUnfold.current = unfold;
  useEffect(() => {
    if (panel !== undefined && panel !== "filter") latestUnfold.current();
    if ((panel !== undefined || isSearching) && matchMedia(NARROW_WINDOW).matches) setCollapsed(true);
  }, [panel, isSearching]);
}
