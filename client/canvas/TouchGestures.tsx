import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { useSession } from "../sync/sessionContext.tsx";
import { setZoom } from "./canvasStore.ts";
import { cancelDrag, useDragStore } from "./dragStore.ts";
import { Fingers } from "./Fingers.ts";
import "./TouchGestures.module.css";

/**
 * What fingers do beyond what the canvas understands by itself. One finger on the ground moves the view, on a card it moves the
 * card (selected or not: in a room with a touch screen people take hold of what they mean); two fingers zoom wherever they lie, and
 * put back a card that the first had begun to move; a long press opens the menu; two quick taps do what a double click does. The
 * keyboard and the lists do all of it too.
 */
export function TouchGestures({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const session = useSession();
  const flow = useReactFlow();
  useEffect(() => {
    const canvas = room.current?.parentElement?.querySelector<HTMLElement>(".react-flow");
    if (canvas == null) return;
    const fingers = new Fingers(canvas, {
      viewport: () => flow.getViewport(),
      moveView(viewport) {
        void flow.setViewport(viewport);
        setZoom(viewport.zoom);
      },
      putBack: () => cancelDrag(session),
      isMoving: () => useDragStore.getState().own !== undefined,
    });
    return () => fingers.destroy();
  }, [session, flow, room]);
  return null;
}
