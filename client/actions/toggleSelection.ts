import { useCanvasStore } from "../canvas/canvasStore.ts";
import { chooseOnMap } from "../canvas/chooseOnMap.ts";
import type { Action } from "./Action.ts";

/** Selects the card or line that has the focus, beside what is selected, or takes it out. */
export const toggleSelection: Action = {
  id: "toggle-selection",
  label: "Select the card with the focus, or take it out",
  group: "Edit",
  shortcuts: ["Space"],
  keysWork: "on-canvas",
  writes: false,
  keyOnly: true,
  enabled: () => useCanvasStore.getState().focused !== undefined,
  run() {
    const { focused } = useCanvasStore.getState();
    if (focused !== undefined) chooseOnMap(focused, true);
  },
};
