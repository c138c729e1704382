import { editNameUnlessLocked } from "../arrange/refuseLocked.ts";
import { chooseOnMap } from "../canvas/chooseOnMap.ts";
import type { Action } from "./Action.ts";
import { soleTarget } from "./targets.ts";

/** Edits the name of the selected card where it stands. */
export const rename: Action = {
  id: "rename",
  label: "Rename",
  group: "Edit",
  menus: ["card"],
  shortcuts: ["Enter", "F2"],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => soleTarget(session) !== undefined,
  run(session) {
    const target = soleTarget(session);
    if (target === undefined) return;
    chooseOnMap(target.id, false);
    editNameUnlessLocked(session, target.id);
  },
};
