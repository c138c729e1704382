import { highlight, select, setPlacing, stopConnecting, useCanvasStore } from "../canvas/canvasStore.ts";
import { cancelDrag } from "../canvas/dragStore.ts";
import { stopFollowing } from "../canvas/followStore.ts";
import { stopPicking } from "../canvas/pickStore.ts";
import type { Action } from "./Action.ts";

/** Puts away what is in progress: a move, a connection, a kind to place; then the selection. */
export const clearSelection: Action = {
  id: "clear-selection",
  label: "Cancel, or select nothing",
  group: "Edit",
  shortcuts: ["Escape"],
  keysWork: "on-canvas",
  writes: false,
  keyOnly: true,
  enabled: () => true,
  run(session) {
    cancelDrag(session);
    if (stopPicking() || stopFollowing()) return;
    const { placing, connecting } = useCanvasStore.getState();
    if (placing !== undefined) setPlacing(undefined);
    else if (connecting.step !== "off") stopConnecting();
    else {
      select([]);
      highlight([]);
    }
  },
};
