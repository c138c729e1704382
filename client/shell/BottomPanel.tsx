import { ChevronDown, ChevronUp } from "lucide-react";
import { BottomBar } from "../canvas/BottomBar.tsx";
import { LegendButton } from "../legend/LegendButton.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { useSwitchByRoom } from "../ui/useSwitchByRoom.ts";
import styles from "./BottomPanel.module.css";

/** The bar of layers and zoom, which folds away like the other panels. */
export function BottomPanel() {
  const [isFolded, setFolded] = useSwitchByRoom(NARROW_WINDOW);
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
