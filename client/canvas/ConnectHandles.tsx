import { useReactFlow, useStore } from "@xyflow/react";
import { type PointerEvent, useMemo, useState } from "react";
import { drawElement } from "../../shared/drawing/drawElement.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { useViewStore } from "../view/viewStore.ts";
import styles from "./ConnectHandles.module.css";
import { BadgesOverTargets, ConnectTargets } from "./ConnectTargets.tsx";
import { setConnecting, useCanvasStore } from "./canvasStore.ts";
import { connectableWith, whyNotConnectable } from "./connectTargets.ts";
import { useDragStore } from "./dragStore.ts";
import { setHovered, useHoverStore } from "./hoverStore.ts";
import { type Pull, PullLine } from "./PullLine.tsx";
import { usePickStore } from "./pickStore.ts";
import { openQuickAdd } from "./quickAddStore.ts";
import type { Rect } from "./viewportFor.ts";

/** On a smaller card the handles would leave nothing of it to take hold of. */
const NARROWEST_WITH_HANDLES_PX = 56;
const CLICK_SLACK_PX = 4;

/**
 * The handles at the edges of the card under the pointer (or of the one card that is selected), the line that is being drawn from
 * one, and meanwhile which cards it can end at. Only for the pointer: with the keyboard, `Connect…` does the same.
 */
export function ConnectHandles({
  elements,
  badges,
}: {
  readonly elements: readonly MapElement[];
  readonly badges: ReadonlyMap<string, Badges>;
}) {
  const hovered = useHoverStore((state) => state.hovered);
  const selected = useCanvasStore(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const isBusy = useDragStore((state) => state.own !== undefined);
  const isEditing = useCanvasStore((state) => state.editingName !== undefined || state.placing !== undefined);
  const picking = usePickStore((state) => state.from);
  const zoom = useStore((state) => state.transform[2]);
  const isMarked = useViewStore(({ colourBy, sizeBy }) => colourBy !== undefined || sizeBy !== undefined);
  const [pull, setPull] = useState<Pull>();
  const byId = (id: string | undefined) => elements.find((element) => element.id === id);
  const start = byId(pull?.from ?? picking);
  const targets = useTargets(start, elements);
  const element = byId(pull?.from ?? hovered ?? selected);
  const target = byId(pull?.target);
  const hasHandles =
    element !== undefined &&
    !isBusy &&
    !isEditing &&
    picking === undefined &&
    isConnectable(element) &&
    drawElement(element).width * zoom >= NARROWEST_WITH_HANDLES_PX;
  if (start === undefined && !hasHandles) return null;
  return (
    <div className={classNames(styles.layer, isMarked && styles.beside)} aria-hidden>
      {start !== undefined && targets !== undefined && (
        <ConnectTargets elements={elements} start={start} targets={targets} zoom={zoom} />
      )}
      {pull !== undefined && start !== undefined && (
        <PullLine
          pull={pull}
          target={target === undefined || !targets?.has(target.id) ? undefined : rectOf(target)}
          whyNot={
            target === undefined || targets?.has(target.id) ? undefined : whyNotConnectable(start, target)
          }
          zoom={zoom}
        />
      )}
      {start !== undefined && <BadgesOverTargets elements={elements} badges={badges} />}
      {hasHandles &&
        sidesOf(rectOf(element)).map(({ point, outward }, side) => (
          <Handle
            // biome-ignore lint/suspicious/noArrayIndexKey: a card always has the same four sides, in the same order
            key={side}
            from={element.id}
            point={point}
            outward={outward}
            zoom={zoom}
            onPull={setPull}
          />
        ))}
    </div>
  );
}

/** Ids of the cards at which the line can end; only while one is drawn or picked. */
function useTargets(
  start: MapElement | undefined,
  elements: readonly MapElement[],
): ReadonlySet<string> | undefined {
  const { relations } = useSnapshot().map;
  return useMemo(
    () => (start === undefined ? undefined : connectableWith(start, elements, relations)),
    [start, elements, relations],
  );
}

function Handle({
  from,
  point,
  outward,
  zoom,
  onPull,
}: {
  readonly from: string;
  readonly point: Point;
  /** Which way leads away from the card: -1, 0 or 1. */
  readonly outward: Point;
  readonly zoom: number;
  readonly onPull: (pull: Pull | undefined) => void;
}) {
  const { screenToFlowPosition } = useReactFlow();
  const [pressed, setPressed] = useState<Point>();
  const onMap = (event: PointerEvent) =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
  const pullAt = (event: PointerEvent): Pull => ({
    from,
    start: point,
    end: onMap(event),
    target: cardAt(event.clientX, event.clientY, from),
  });
  const stop = () => {
    setPressed(undefined);
    onPull(undefined);
  };
  return (
    <div
      className={`nodrag nopan ${styles.handle ?? ""}`}
      style={{
        transform: `translate(${point.x}px, ${point.y}px) scale(${1 / zoom}) translate(calc(${outward.x} * var(--handle-out)), calc(${outward.y} * var(--handle-out)))`,
      }}
      onPointerEnter={() => setHovered(from)}
      onPointerLeave={() => setHovered(undefined)}
      onPointerDown={(event) => {
        if (event.button !== 0 || !event.isPrimary) return;
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
        const at = { x: event.clientX, y: event.clientY };
        const isClick = Math.hypot(at.x - pressed.x, at.y - pressed.y) < CLICK_SLACK_PX;
        stop();
        if (isClick) setConnecting({ step: "ends", from, type: undefined });
        else if (target !== undefined) setConnecting({ step: "choice", from, to: target, at });
        else if (isOnGround(at)) openQuickAdd(onMap(event), at, { from });
      }}
      // A finger that the system takes away, or a second one: nothing has been drawn.
      onPointerCancel={stop}
      onLostPointerCapture={(event) => {
        if (event.target === event.currentTarget) stop();
      }}
    >
      <div className={styles.dot} />
    </div>
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

function sidesOf({ x, y, width, height }: Rect): readonly { point: Point; outward: Point }[] {
  return [
    { point: { x: x + width / 2, y }, outward: { x: 0, y: -1 } },
    { point: { x: x + width, y: y + height / 2 }, outward: { x: 1, y: 0 } },
    { point: { x: x + width / 2, y: y + height }, outward: { x: 0, y: 1 } },
    { point: { x, y: y + height / 2 }, outward: { x: -1, y: 0 } },
  ];
}

function cardAt(clientX: number, clientY: number, except: string): string | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const id = element.closest<HTMLElement>(".react-flow__node")?.dataset.id;
    if (id !== undefined) return id === except ? undefined : id;
  }
  return undefined;
}

/** Whether nothing lies at a point of the screen but the ground: no card, no panel. */
function isOnGround({ x, y }: Point): boolean {
  const stack = document.elementsFromPoint(x, y);
  const [top] = stack.filter((element) => element.closest(`.${styles.layer ?? ""}`) === null);
  if (top === undefined || top.closest(".react-flow") === null) return false;
  return top.closest(".react-flow__node") === null;
}
