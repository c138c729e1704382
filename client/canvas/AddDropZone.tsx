import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { addFromPalette } from "../actions/addElement.ts";
import { paletteItem } from "../palette/paletteItems.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { carriesPaletteItem, PALETTE_DATA_TYPE, useCarryStore } from "./paletteDrag.ts";

/** Takes what is dragged from the palette and dropped on the canvas: with the mouse, a finger or a pen. */
export function AddDropZone({ container }: { readonly container: RefObject<HTMLElement | null> }) {
  const session = useSession();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const add = (itemId: string, x: number, y: number): boolean => {
      const item = paletteItem(itemId);
      if (item !== undefined) addFromPalette(session, item, { centre: screenToFlowPosition({ x, y }) });
      return item !== undefined;
    };
    const onDragOver = (event: DragEvent) => {
      if (!carriesPaletteItem(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const onDrop = (event: DragEvent) => {
      const itemId = event.dataTransfer?.getData(PALETTE_DATA_TYPE) ?? "";
      if (add(itemId, event.clientX, event.clientY)) event.preventDefault();
    };
    const stopTaking = useCarryStore.subscribe(({ dropped }, before) => {
      if (dropped === undefined || dropped === before.dropped) return;
      const { x, y } = dropped.at;
      const below = document.elementFromPoint(x, y);
      if (below !== null && element.contains(below)) add(dropped.itemId, x, y);
    });
    element.addEventListener("dragover", onDragOver);
    element.addEventListener("drop", onDrop);
    return () => {
      stopTaking();
      element.removeEventListener("dragover", onDragOver);
      element.removeEventListener("drop", onDrop);
    };
  }, [container, session, screenToFlowPosition]);
  return null;
}
