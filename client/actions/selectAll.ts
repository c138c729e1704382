import { select, useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown } from "../canvas/layers.ts";
import type { Action } from "./Action.ts";

/** Selects every card that is shown. */
export const selectAll: Action = {
  id: "select-all",
  label: "Select all cards",
  group: "Edit",
  shortcuts: ["Mod+A"],
  keysWork: "on-canvas",
  writes: false,
  enabled: (session) => session.snapshots.get().map.elements.length > 0,
  run(session) {
    const { layers } = useCanvasStore.getState();
    const shown = session.snapshots.get().map.elements.filter((element) => isElementShown(element, layers));
    select(shown.map(({ id }) => id));
  },
};
