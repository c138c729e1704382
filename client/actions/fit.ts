import { useCanvasStore } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";

/** Shows the whole map. */
export const fit: Action = {
  id: "fit",
  label: "Show the whole map",
  group: "View",
  shortcuts: ["Shift+1"],
  keysWork: "on-canvas",
  writes: false,
  enabled: () => useCanvasStore.getState().viewport !== undefined,
  run: () => useCanvasStore.getState().viewport?.fit(),
};
