import { useContextMenuStore } from "../canvas/contextMenuStore.ts";
import type { Action } from "./Action.ts";
import { soleTarget } from "./targets.ts";

/** Asks for the name of a new card: where the menu of the ground was opened, or in the middle. */
export const quickAdd: Action = {
  id: "quick-add",
  label: "Add a card here…",
  group: "Edit",
  keywords: "new create organisation quick name",
  menus: ["ground"],
  shortcuts: ["Q"],
  keysWork: "on-canvas",
  writes: true,
  enabled: () => true,
  async run() {
    const { spot, screen } = useContextMenuStore.getState();
    const [{ openQuickAdd }, { canvasMiddle }] = await Promise.all([
      import("../canvas/quickAddStore.ts"),
      import("../canvas/screenPointOf.ts"),
    ]);
    openQuickAdd(spot, screen ?? canvasMiddle());
  },
};

/** Asks for the name of a new card that is connected with the selected one. The new card has the focus then, so that the next one hangs on it. */
export const quickAddConnected: Action = {
  id: "quick-add-connected",
  label: "Add and connect…",
  group: "Move and connect",
  keywords: "new create chain next child",
  menus: ["card"],
  shortcuts: ["Shift+Q"],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => {
    const from = soleTarget(session);
    return from !== undefined && from.type !== "place" && from.type !== "note";
  },
  whyNot: () => "Select a card first, not a place or a note",
  async run(session) {
    const from = soleTarget(session);
    if (from === undefined) return;
    const [{ openQuickAdd }, { canvasMiddle, screenPointOf }] = await Promise.all([
      import("../canvas/quickAddStore.ts"),
      import("../canvas/screenPointOf.ts"),
    ]);
    openQuickAdd(undefined, screenPointOf(from.id) ?? canvasMiddle(), { from: from.id });
  },
};
