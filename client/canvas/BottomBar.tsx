import { Maximize, Minus, Plus } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { fit } from "../actions/fit.ts";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import spoken from "../ui/spoken.module.css";
import styles from "./BottomBar.module.css";
import { LAYERS, type Layer, toggleLayer, useCanvasStore } from "./canvasStore.ts";

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  contracts: "Contracts",
  money: "Money",
  ownership: "Ownership",
  governance: "Governance",
  notes: "Notes",
};

/** Which layers are shown, and how far the map is zoomed. */
export function BottomBar() {
  const layers = useCanvasStore((state) => state.layers);
  const zoom = useCanvasStore((state) => state.zoom);
  const viewport = useCanvasStore((state) => state.viewport);
  return (
    <div className={styles.bar}>
      <fieldset className={styles.group}>
        <legend className={spoken.only}>Layers</legend>
        {LAYERS.map((layer) => (
          <ToggleButton
            key={layer}
            isSelected={layers[layer]}
            onChange={() => toggleLayer(layer)}
            className={classNames(styles.layer)}
          >
            {LAYER_WORDS[layer]}
          </ToggleButton>
        ))}
      </fieldset>
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
        <output className={styles.percent}>{Math.round(zoom * 100)}%</output>
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
          label={fit.label}
          shortcut="Shift+1"
          size="small"
          tooltipPlacement="top"
          onPress={() => viewport?.fit()}
        >
          <Maximize aria-hidden />
        </IconButton>
      </fieldset>
    </div>
  );
}
