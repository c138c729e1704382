import { select, useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown } from "../canvas/layers.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useEmphasisStore } from "../view/emphasisStore.ts";
import { narrowedWords } from "../view/narrowedStore.ts";
import type { Action } from "./Action.ts";

/** Selects every card that is shown, and of these those that filter, focus and search are about. */
export const selectAll: Action = {
  id: "select-all",
  label: "Select all cards",
  group: "Edit",
  menus: ["ground"],
  shortcuts: ["Mod+A"],
  keysWork: "on-canvas",
  writes: false,
  labelNow() {
    const words = narrowedWords();
    return words && `Select all cards that the filter leaves (${words})`;
  },
  enabled: (session) => session.snapshots.get().map.elements.length > 0,
  run: (session) => select(idsThatStandOut(session)),
};

function idsThatStandOut(session: MapSession): readonly string[] {
  const { layers } = useCanvasStore.getState();
  const { hidden, dimmed } = useEmphasisStore.getState();
  return session.snapshots
    .get()
    .map.elements.filter(
      (element) => isElementShown(element, layers) && !hidden.has(element.id) && !dimmed.has(element.id),
    )
    .map(({ id }) => id);
}
