import { useCanvasStore } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";

/** Zooms out from the middle of what is visible. */
export const zoomOut: Action = {
  id: "zoom-out",
  label: "Zoom out",
  group: "View",
  shortcuts: ["-"],
  keysWork: "on-canvas",
  writes: false,
  onDrawing: true,
  enabled: () => useCanvasStore.getState().viewport !== undefined,
  run: () => useCanvasStore.getState().viewport?.zoomOut(),
};
