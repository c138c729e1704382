import { setConnecting } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";
import { soleTarget } from "./targets.ts";

/** Connects the selected card to another that is picked from a list; with no card selected, both ends are picked. */
export const connect: Action = {
  id: "connect",
  label: "Connect…",
  group: "Move and connect",
  shortcuts: ["C"],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => session.snapshots.get().map.elements.length > 1,
  run: (session) => setConnecting({ step: "ends", from: soleTarget(session)?.id, type: undefined }),
};
