import { showShortcuts } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";

/** Opens the sheet of shortcuts. */
export const showShortcutsSheet: Action = {
  id: "shortcuts",
  label: "Keyboard shortcuts",
  group: "Help",
  keywords: "keys help mouse touch",
  shortcuts: ["?"],
  keysWork: "anywhere",
  writes: false,
  enabled: () => true,
  run: () => showShortcuts(true),
};
