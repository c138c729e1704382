import { isLocked } from "../../shared/model/locked.ts";
import type { Action } from "./Action.ts";
import { askToConvert } from "./convertStore.ts";
import { soleTarget } from "./targets.ts";

/** Makes the selected card something else, after showing what would be lost. */
export const convert: Action = {
  id: "convert",
  label: "Convert to…",
  keywords: "change kind type turn into become",
  group: "Edit",
  menus: ["card"],
  shortcuts: [],
  keysWork: "on-canvas",
  writes: true,
  enabled(session) {
    const target = soleTarget(session);
    return target !== undefined && !isLocked(target);
  },
  run(session) {
    const target = soleTarget(session);
    if (target !== undefined) askToConvert({ id: target.id, target: undefined });
  },
};
