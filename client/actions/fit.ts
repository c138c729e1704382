import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useEmphasisStore } from "../view/emphasisStore.ts";
import { narrowedWords } from "../view/narrowedStore.ts";
import type { Action } from "./Action.ts";

/** Shows the whole map; of a map of which something is hidden all that is shown, and says so. */
export const fit: Action = {
  id: "fit",
  label: "Show the whole map",
  group: "View",
  menus: ["ground"],
  shortcuts: ["Shift+1"],
  keysWork: "on-canvas",
  writes: false,
  onDrawing: true,
  labelNow: () =>
    useEmphasisStore.getState().hidden.size === 0
      ? undefined
      : `Show all that is not hidden (${narrowedWords()})`,
  enabled: () => useCanvasStore.getState().viewport !== undefined,
  run: () => useCanvasStore.getState().viewport?.fit(),
};
