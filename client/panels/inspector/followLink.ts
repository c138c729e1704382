import { select, useCanvasStore } from "../../canvas/canvasStore.ts";
import { wantInspectorFocus } from "../panelStore.ts";

/** Selects something from within the inspector and brings it into view; the focus goes to the inspector's new heading. */
export function followLink(ids: readonly string[]): void {
  wantInspectorFocus();
  select(ids);
  if (ids.length > 0) useCanvasStore.getState().viewport?.bringIntoView(ids);
}
