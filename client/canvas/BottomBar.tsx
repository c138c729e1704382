import { Maximize, Minus, Plus } from "lucide-react";
import { fit } from "../actions/fit.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { loadLater } from "../ui/loadLater.tsx";
import spoken from "../ui/spoken.module.css";
import { useNarrowedStore } from "../view/narrowedStore.ts";
import { ViewTools } from "../view/ViewTools.tsx";
import styles from "./BottomBar.module.css";
import { useCanvasStore } from "./canvasStore.ts";
import { LayerToggles } from "./LayerToggles.tsx";

const TidyButton = loadLater(async () => (await import("../tidy/TidyButton.tsx")).TidyButton);

/** What is shown of the map, what is looked for on it, and how far it is zoomed. */
export function BottomBar() {
  return (
    <div className={styles.bar}>
      <div className={styles.layers}>
        <LayerToggles />
      </div>
      <ViewTools layersClassName={styles.layersButton} />
      <TidyButton />
      <Zoom />
    </div>
  );
}

function Zoom() {
  const session = useSession();
  useNarrowedStore();
  const viewport = useCanvasStore((state) => state.viewport);
  return (
    <fieldset className={styles.group}>
      <legend className={spoken.only}>Zoom</legend>
      <IconButton
        label="Zoom out"
        shortcut="−"
        size="small"
        tooltipPlacement="top"
        onPress={() => viewport?.zoomOut()}
      >
        <Minus aria-hidden />
      </IconButton>
      <Percent />
      <IconButton
        label="Zoom in"
        shortcut="+"
        size="small"
        tooltipPlacement="top"
        onPress={() => viewport?.zoomIn()}
      >
        <Plus aria-hidden />
      </IconButton>
      <IconButton
        label={fit.labelNow?.(session) ?? fit.label}
        shortcut="Shift+1"
        size="small"
        tooltipPlacement="top"
        onPress={() => viewport?.fit()}
      >
        <Maximize aria-hidden />
      </IconButton>
    </fieldset>
  );
}

/** By itself: the buttons beside it are not drawn again with every step of the zoom. */
function Percent() {
  const percent = useCanvasStore(({ zoom }) => Math.round(zoom * 100));
  return <output className={styles.percent}>{percent}%</output>;
}
