import { useCanvasStore } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";

/** Zooms in on the middle of what is visible. */
export const zoomIn: Action = {
  id: "zoom-in",
  label: "Zoom in",
  group: "View",
  shortcuts: ["+", "="],
  keysWork: "on-canvas",
  writes: false,
  onDrawing: true,
  enabled: () => useCanvasStore.getState().viewport !== undefined,
  run: () => useCanvasStore.getState().viewport?.zoomIn(),
};
