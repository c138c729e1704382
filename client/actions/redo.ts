import type { Action } from "./Action.ts";

/** Does again what this person has just undone. */
export const redo: Action = {
  id: "redo",
  label: "Redo",
  group: "Edit",
  keywords: "repeat again",
  labelNow: ({ history }) =>
    history.state.redoLabel === undefined ? undefined : `Redo: ${history.state.redoLabel}`,
  whyNot: () => "You have undone nothing",
  shortcuts: ["Shift+Mod+Z", "Mod+Y"],
  keysWork: "anywhere",
  writes: true,
  enabled: (session) => session.history.state.redoLabel !== undefined,
  run: (session) => session.redo(),
};
