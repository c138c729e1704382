import { type PointerEvent, useRef, useState } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement, Note, Place } from "../../shared/model/element.ts";
import type { Point, Size } from "../../shared/model/field.ts";
import { isLocked } from "../../shared/model/locked.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useDragStore } from "../canvas/dragStore.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./ArrangeLayer.module.css";
import { isResizable, resizeTo, sizeFrom } from "./resize.ts";

/** What a handle changes: 1 with the pointer, 0 not at all. */
const HANDLES = [
  { id: "both", along: { width: 1, height: 1 } },
  { id: "width", along: { width: 1, height: 0 } },
  { id: "height", along: { width: 0, height: 1 } },
] as const;

/** The corners and edges by which the one place or note that is selected is made larger. The keyboard has Alt+Shift and the arrows. */
export function ResizeHandles({
  elements,
  zoom,
}: {
  readonly elements: readonly MapElement[];
  readonly zoom: number;
}) {
  const canEdit = useCanEdit();
  const only = useCanvasStore(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const isDragging = useDragStore((state) => state.own !== undefined);
  const element = canEdit && only !== undefined ? elements.find(({ id }) => id === only) : undefined;
  if (element === undefined || isDragging || !isResizable(element) || isLocked(element)) return null;
  return <Handles key={element.id} element={element} zoom={zoom} />;
}

function Handles({ element, zoom }: { readonly element: Place | Note; readonly zoom: number }) {
  const session = useSession();
  const grip = useRef<Point>(undefined);
  const [wish, setWish] = useState<Size>();
  const now = cardSize(element);
  const { width, height } = wish ?? now;
  const { x, y } = element.position;

  const sizeAt = (event: PointerEvent, along: Size): Size => {
    const start = grip.current ?? { x: event.clientX, y: event.clientY };
    return sizeFrom(element, {
      width: onGrid(now.width + ((event.clientX - start.x) / zoom) * along.width),
      height: onGrid(now.height + ((event.clientY - start.y) / zoom) * along.height),
    });
  };
  const end = () => {
    grip.current = undefined;
    setWish(undefined);
  };

  return (
    <>
      {wish !== undefined && (
        <svg className={styles.layer} width="1" height="1" aria-hidden>
          <rect className={styles.size} x={x} y={y} width={width} height={height} />
        </svg>
      )}
      {HANDLES.map(({ id, along }) => (
        <div
          key={id}
          data-resize={id}
          aria-hidden
          className={classNames("nodrag nopan", styles.handle, styles[id])}
          style={{
            left: `${x + width * (along.width === 1 ? 1 : 0.5)}px`,
            top: `${y + height * (along.height === 1 ? 1 : 0.5)}px`,
            transform: `scale(${1 / zoom})`,
          }}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            grip.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={(event) => {
            if (grip.current !== undefined) setWish(sizeAt(event, along));
          }}
          onPointerUp={(event) => {
            if (grip.current !== undefined) resizeTo(session, element, sizeAt(event, along));
            end();
          }}
          onPointerCancel={end}
        />
      ))}
    </>
  );
}

function onGrid(value: number): number {
  return Math.round(value / 4) * 4;
}
