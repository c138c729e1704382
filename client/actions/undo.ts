import type { Action } from "./Action.ts";

/** Takes back this person's last step. */
export const undo: Action = {
  id: "undo",
  label: "Undo",
  group: "Edit",
  shortcuts: ["Mod+Z"],
  keysWork: "anywhere",
  writes: true,
  enabled: (session) => session.history.state.undoLabel !== undefined,
  run: (session) => session.undo(),
};
