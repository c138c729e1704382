import { ToggleButton } from "react-aria-components/ToggleButton";
import { LAYERS, type Layer } from "../../shared/view/layers.ts";
import { classNames } from "../ui/classNames.ts";
import spoken from "../ui/spoken.module.css";
import styles from "./BottomBar.module.css";
import { toggleLayer, useCanvasStore } from "./canvasStore.ts";

/** What the layers are called. */
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  contracts: "Contracts",
  money: "Money",
  ownership: "Ownership",
  governance: "Governance",
  notes: "Notes",
};

/** Switches for the layers of the map. */
export function LayerToggles() {
  const layers = useCanvasStore((state) => state.layers);
  return (
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
  );
}
