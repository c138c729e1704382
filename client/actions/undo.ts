import type { Action } from "./Action.ts";

/** Takes back this person's last step. */
export const undo: Action = {
  id: "undo",
  label: "Undo",
  group: "Edit",
  keywords: "take back revert",
  labelNow: ({ history }) =>
    history.state.undoLabel === undefined ? undefined : `Undo: ${history.state.undoLabel}`,
  whyNot: () => "You have changed nothing yet",
  shortcuts: ["Mod+Z"],
  keysWork: "anywhere",
  writes: true,
  enabled: (session) => session.history.state.undoLabel !== undefined,
  run: (session) => session.undo(),
};
