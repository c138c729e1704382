import { type PointerEvent, useRef } from "react";
import { setPlacing } from "../canvas/canvasStore.ts";
import { carry, dropCarried, stopCarrying } from "../canvas/paletteDrag.ts";
import type { PaletteItem } from "./paletteItems.ts";

const SLACK_PX = 8;

interface CarryHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(): void;
  onLostPointerCapture(event: PointerEvent<HTMLElement>): void;
}

/**
 * Carrying an item with a finger or a pen, for which browsers have no drag and drop that can be relied on. A finger that goes up or down
 * scrolls the palette; one that goes sideways, out of it, carries.
 */
export function useCarry(item: PaletteItem): CarryHandlers {
  const pressed = useRef<{ readonly x: number; readonly y: number; isCarrying: boolean }>(undefined);
  const stop = () => {
    if (pressed.current?.isCarrying === true) stopCarrying();
    pressed.current = undefined;
  };
  return {
    onPointerDown(event) {
      const isMouse = event.pointerType === "mouse";
      event.currentTarget.draggable = isMouse && !("relation" in item.makes);
      if (isMouse || !event.isPrimary || event.button !== 0 || "relation" in item.makes) return;
      pressed.current = { x: event.clientX, y: event.clientY, isCarrying: false };
    },
    onPointerMove(event) {
      const { current } = pressed;
      if (current === undefined) return;
      const at = { x: event.clientX, y: event.clientY };
      if (!current.isCarrying && Math.hypot(at.x - current.x, at.y - current.y) < SLACK_PX) return;
      if (!current.isCarrying) {
        current.isCarrying = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        setPlacing(undefined);
      }
      carry({ itemId: item.id, at });
    },
    onPointerUp() {
      if (pressed.current?.isCarrying === true) dropCarried();
      pressed.current = undefined;
    },
    onPointerCancel: stop,
    onLostPointerCapture(event) {
      // What lies within the button had the finger first, and has just handed it over.
      if (event.target === event.currentTarget) stop();
    },
  };
}
