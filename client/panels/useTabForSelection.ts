import { type RefObject, useEffect } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { stopFollowingSelection } from "./panelStore.ts";

/** Goes back to the findings when nothing is selected any more, unless somebody is at work in the panel: the focus would go with it. */
export function useTabForSelection(panel: RefObject<HTMLElement | null>): void {
  useEffect(
    () =>
      useCanvasStore.subscribe(({ selection }, before) => {
        if (selection.length > 0 || before.selection.length === 0) return;
        if (panel.current?.contains(document.activeElement) !== true) stopFollowingSelection();
      }),
    [panel],
  );
}
