import { useReactFlow, useStore } from "@xyflow/react";
import { type PointerEvent, useState } from "react";
import { drawElement } from "../../shared/drawing/drawElement.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import styles from "./ConnectHandles.module.css";
import { setConnecting, useCanvasStore } from "./canvasStore.ts";
import { useDragStore } from "./dragStore.ts";
import { setHovered, useHoverStore } from "./hoverStore.ts";
import type { Rect } from "./viewportFor.ts";

interface Pull {
  readonly from: string;
  /** Where the line starts and where the pointer is, in map units. */
  readonly start: Point;
  readonly end: Point;
  /** The card under the pointer that the line would end at. */
  readonly target: string | undefined;
}

const CLICK_SLACK_PX = 4;

/**
 * The handles at the edges of the card under the pointer (or of the one card that is selected), and the line that is being
 * drawn from one. Only for the pointer: with the keyboard, `Connect…` does the same.
 */
export function ConnectHandles({ elements }: { readonly elements: readonly MapElement[] }) {
  const hovered = useHoverStore((state) => state.hovered);
  const selected = useCanvasStore(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const isBusy = useDragStore((state) => state.own !== undefined);
  const isEditing = useCanvasStore((state) => state.editingName !== undefined || state.placing !== undefined);
  const zoom = useStore((state) => state.transform[2]);
  const [pull, setPull] = useState<Pull>();
  const shownId = pull?.from ?? hovered ?? selected;
  const element = elements.find(({ id }) => id === shownId);
  if (element === undefined || isBusy || isEditing || !isConnectable(element)) return null;
  const rect = rectOf(element);
  const target = elements.find(({ id }) => id === pull?.target);
  return (
    <div className={styles.layer} aria-hidden>
      {pull !== undefined && <PullLine pull={pull} target={target} zoom={zoom} />}
      {sidesOf(rect).map((point, side) => (
        <Handle
          // biome-ignore lint/suspicious/noArrayIndexKey: a card always has the same four sides, in the same order
          key={side}
          from={element.id}
          point={point}
          zoom={zoom}
          onPull={setPull}
        />
      ))}
    </div>
  );
}

function Handle({
  from,
  point,
  zoom,
  onPull,
}: {
  readonly from: string;
  readonly point: Point;
  readonly zoom: number;
  readonly onPull: (pull: Pull | undefined) => void;
}) {
  const { screenToFlowPosition } = useReactFlow();
  const [pressed, setPressed] = useState<Point>();
  const pullAt = (event: PointerEvent): Pull => ({
    from,
    start: point,
    end: screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
    target: cardAt(event.clientX, event.clientY, from),
  });
  return (
    <div
      className={`nodrag nopan ${styles.handle ?? ""}`}
      style={{ transform: `translate(${point.x}px, ${point.y}px) scale(${1 / zoom})` }}
      onPointerEnter={() => setHovered(from)}
      onPointerLeave={() => setHovered(undefined)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setPressed({ x: event.clientX, y: event.clientY });
        onPull(pullAt(event));
      }}
      onPointerMove={(event) => {
        if (pressed !== undefined) onPull(pullAt(event));
      }}
      onPointerUp={(event) => {
        if (pressed === undefined) return;
        const { target } = pullAt(event);
        const isClick = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < CLICK_SLACK_PX;
        setPressed(undefined);
        onPull(undefined);
        if (isClick) setConnecting({ step: "ends", from, type: undefined });
        else if (target !== undefined)
          setConnecting({ step: "choice", from, to: target, at: { x: event.clientX, y: event.clientY } });
      }}
      onPointerCancel={() => {
        setPressed(undefined);
        onPull(undefined);
      }}
    >
      <div className={styles.dot} />
    </div>
  );
}

function PullLine({
  pull,
  target,
  zoom,
}: {
  readonly pull: Pull;
  readonly target: MapElement | undefined;
  readonly zoom: number;
}) {
  const { start, end } = pull;
  const frame = target === undefined ? undefined : rectOf(target);
  const gap = 6 / zoom;
  return (
    <svg className={styles.line} aria-hidden>
      {frame !== undefined && (
        <rect
          x={frame.x - gap}
          y={frame.y - gap}
          width={frame.width + 2 * gap}
          height={frame.height + 2 * gap}
          rx={gap}
          className={styles.target}
          strokeWidth={3 / zoom}
        />
      )}
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        className={styles.pull}
        strokeWidth={2 / zoom}
        strokeDasharray={`${6 / zoom} ${4 / zoom}`}
      />
      <circle cx={end.x} cy={end.y} r={5 / zoom} className={styles.tip} />
    </svg>
  );
}

/** Nothing connects to a place or a note. */
function isConnectable(element: MapElement): boolean {
  return element.type !== "place" && element.type !== "note";
}

function rectOf(element: MapElement): Rect {
  const { width, height } = drawElement(element);
  return { x: element.position.x, y: element.position.y, width, height };
}

function sidesOf({ x, y, width, height }: Rect): readonly Point[] {
  return [
    { x: x + width / 2, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x, y: y + height / 2 },
  ];
}

function cardAt(clientX: number, clientY: number, except: string): string | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const id = element.closest<HTMLElement>(".react-flow__node")?.dataset.id;
    if (id !== undefined) return id === except ? undefined : id;
  }
  return undefined;
}
