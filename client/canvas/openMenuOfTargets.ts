import type { ContextMenuKind } from "../actions/Action.ts";
import { targetIds } from "../actions/targets.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { select, useCanvasStore } from "./canvasStore.ts";
import { openContextMenu } from "./contextMenuStore.ts";
import { canvasMiddle, screenPointOf } from "./screenPointOf.ts";

/** Opens the context menu of what is selected or has the focus, at it; of the ground in the middle where nothing is. */
export function openMenuOfTargets(session: MapSession): void {
  const ids = targetIds();
  const { focused, viewport } = useCanvasStore.getState();
  const id = focused !== undefined && ids.includes(focused) ? focused : ids[0];
  if (id === undefined) {
    openContextMenu({ kind: "ground", at: canvasMiddle(), spot: viewport?.centre() });
    return;
  }
  // The focus goes to the menu: what it is about is selected.
  select(ids);
  openContextMenu({ kind: kindOf(session, ids), at: screenPointOf(id) ?? canvasMiddle(), spot: undefined });
}

/** Which menu is that of these elements and relations. */
export function kindOf(session: MapSession, ids: readonly string[]): ContextMenuKind {
  const [only, ...others] = ids;
  if (only === undefined) return "ground";
  if (others.length > 0) return "several";
  return session.snapshots.get().relationById.has(only) ? "connection" : "card";
}
