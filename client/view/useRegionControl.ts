import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import type { Region } from "../../shared/view/SavedView.ts";
import type { Insets } from "../canvas/MapCanvas.tsx";
import { type Rect, viewportShowing } from "../canvas/viewportFor.ts";
import { useRegionStore } from "./regionStore.ts";

const LARGEST_ZOOM = 4;
const MOVE_MS = 220;

/** Makes the canvas the one whose region views save and show. */
export function useRegionControl(room: RefObject<HTMLElement | null>, insets: Insets): void {
  const flow = useReactFlow();
  const latest = useRef(insets);
  latest.current = insets;
  useEffect(() => {
    const inner = (): Rect => ({
      x: latest.current.left,
      y: latest.current.top,
      width: room.current?.clientWidth ?? 0,
      height: room.current?.clientHeight ?? 0,
    });
    const control = {
      current(): Region {
        const { x, y, zoom } = flow.getViewport();
        const { x: left, y: top, width, height } = inner();
        return {
          x: Math.round((left - x) / zoom),
          y: Math.round((top - y) / zoom),
          width: Math.round(width / zoom),
          height: Math.round(height / zoom),
        };
      },
      show(region: Region) {
        const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
        void flow.setViewport(viewportShowing(region, inner(), LARGEST_ZOOM), {
          duration: isStill ? 0 : MOVE_MS,
        });
      },
      centreOn(point: { readonly x: number; readonly y: number }) {
        const { zoom } = flow.getViewport();
        const { x, y, width, height } = inner();
        void flow.setViewport({
          x: x + width / 2 - point.x * zoom,
          y: y + height / 2 - point.y * zoom,
          zoom,
        });
      },
    };
    useRegionStore.setState({ control });
    return () => useRegionStore.setState({ control: undefined });
  }, [flow, room]);
}
