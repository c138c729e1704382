import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { addFromPalette } from "../actions/addElement.ts";
import { paletteItem } from "../palette/paletteItems.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { carriesPaletteItem, PALETTE_DATA_TYPE } from "./paletteDrag.ts";

/** Takes what is dragged from the palette and dropped on the canvas. */
export function AddDropZone({ container }: { readonly container: RefObject<HTMLElement | null> }) {
  const session = useSession();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const onDragOver = (event: DragEvent) => {
      if (!carriesPaletteItem(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const onDrop = (event: DragEvent) => {
      const item = paletteItem(event.dataTransfer?.getData(PALETTE_DATA_TYPE) ?? "");
      if (item === undefined) return;
      event.preventDefault();
      const centre = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      addFromPalette(session, item, { centre });
    };
    element.addEventListener("dragover", onDragOver);
    element.addEventListener("drop", onDrop);
    return () => {
      element.removeEventListener("dragover", onDragOver);
      element.removeEventListener("drop", onDrop);
    };
  }, [container, session, screenToFlowPosition]);
  return null;
}
