import type { Action } from "./Action.ts";

/** Opens the menu of what is selected or has the focus, or else of the ground. */
export const showContextMenu: Action = {
  id: "context-menu",
  label: "Menu of what is selected",
  group: "Edit",
  shortcuts: ["Shift+F10", "ContextMenu"],
  keysWork: "on-canvas",
  writes: false,
  keyOnly: true,
  enabled: () => true,
  async run(session) {
    const { openMenuOfTargets } = await import("../canvas/openMenuOfTargets.ts");
    openMenuOfTargets(session);
  },
};
