import type { Action } from "./Action.ts";

/** Does again what this person has just undone. */
export const redo: Action = {
  id: "redo",
  label: "Redo",
  group: "Edit",
  shortcuts: ["Shift+Mod+Z", "Mod+Y"],
  keysWork: "anywhere",
  writes: true,
  enabled: (session) => session.history.state.redoLabel !== undefined,
  run: (session) => session.redo(),
};
