import { type ReactFlowState, useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import type { Route } from "../../../shared/geometry/route.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Point } from "../../../shared/model/field.ts";
import { select, useCanvasStore } from "../canvasStore.ts";
import { chooseOnMap } from "../chooseOnMap.ts";
import { setHovered, useHoverStore } from "../hoverStore.ts";
import type { Rect } from "../viewportFor.ts";
import { useDetailStore } from "./detailStore.ts";

interface Shown {
  /** The cards where they stand on the screen. */
  readonly live: readonly MapElement[];
  readonly routes: ReadonlyMap<string, Route>;
}

const LINE_REACH_PX = 6;

/**
 * What the pointer does on cards that are only painted. The card under it is drawn by itself as soon as the pointer comes to it, so
 * that it can be pressed and dragged like any other; a finger, which comes without warning, selects what it taps.
 */
export function usePictureGestures(container: RefObject<HTMLElement | null>, shown: Shown): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(shown);
  latest.current = shown;

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const pointOf = ({ clientX, clientY }: MouseEvent) =>
      flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
    const cardUnder = (event: MouseEvent) => cardAt(latest.current.live, pointOf(event))?.id;
    const stops = [
      drawingWhatIsPointedAt(element, cardUnder),
      pressingWhatWasPainted(element, cardUnder),
      choosingWhatIsTapped(
        element,
        (event) =>
          cardUnder(event) ?? lineAt(latest.current.routes, pointOf(event), LINE_REACH_PX / flow.getZoom()),
      ),
      store.subscribe(selectingByMarquee(() => latest.current.live)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [container, flow, store]);
}

type Under = (event: MouseEvent) => string | undefined;

function drawingWhatIsPointedAt(element: HTMLElement, under: Under): () => void {
  let frame = 0;
  const onMove = (event: PointerEvent) => {
    if (!isOverPicture(event) || event.buttons !== 0 || event.pointerType === "touch") return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const id = under(event);
      if (id !== useHoverStore.getState().hovered) setHovered(id);
    });
  };
  element.addEventListener("pointermove", onMove);
  return () => {
    cancelAnimationFrame(frame);
    element.removeEventListener("pointermove", onMove);
  };
}

/** A press that came faster than the card was drawn is handed to the card. */
function pressingWhatWasPainted(element: HTMLElement, under: Under): () => void {
  const onPress = (event: MouseEvent) => {
    if (!isOverPicture(event) || event.button !== 0 || event.shiftKey) return;
    const id = under(event);
    if (id === undefined) return;
    flushSync(() => setHovered(id));
    const card = element.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (card === null) return;
    event.stopPropagation();
    card.dispatchEvent(new MouseEvent("mousedown", { ...initOf(event), bubbles: true, cancelable: true }));
  };
  element.addEventListener("mousedown", onPress, { capture: true });
  return () => element.removeEventListener("mousedown", onPress, { capture: true });
}

function initOf({ clientX, clientY, button, buttons, ctrlKey, metaKey }: MouseEvent): MouseEventInit {
  return { clientX, clientY, button, buttons, ctrlKey, metaKey, view: window };
}

function choosingWhatIsTapped(element: HTMLElement, under: Under): () => void {
  const onClick = (event: MouseEvent) => {
    const { placing } = useCanvasStore.getState();
    if (!isOverPicture(event) || placing !== undefined) return;
    const id = under(event);
    if (id === undefined) return;
    event.stopPropagation();
    chooseOnMap(id, event.shiftKey || event.ctrlKey || event.metaKey);
  };
  element.addEventListener("click", onClick, { capture: true });
  return () => element.removeEventListener("click", onClick, { capture: true });
}

/** React Flow's marquee only knows of the cards that are drawn by themselves. */
function selectingByMarquee(live: () => readonly MapElement[]): (state: ReactFlowState) => void {
  let start: readonly string[] | undefined;
  let before: ReactFlowState["userSelectionRect"] = null;
  return ({ userSelectionRect, userSelectionActive, transform: [x, y, zoom] }) => {
    if (userSelectionRect === before) return;
    before = userSelectionRect;
    if (userSelectionRect === null || !userSelectionActive || !useDetailStore.getState().isPicture) {
      start = undefined;
      return;
    }
    start ??= useCanvasStore.getState().selection;
    const area: Rect = {
      x: (userSelectionRect.x - x) / zoom,
      y: (userSelectionRect.y - y) / zoom,
      width: userSelectionRect.width / zoom,
      height: userSelectionRect.height / zoom,
    };
    const inside = live().filter((element) => contains(area, rectOf(element)));
    select([...new Set([...start, ...inside.map(({ id }) => id)])]);
  };
}

function isOverPicture({ target }: Event): boolean {
  return (
    useDetailStore.getState().isPicture &&
    target instanceof Element &&
    target.classList.contains("react-flow__pane")
  );
}

function rectOf(element: MapElement): Rect {
  const { width, height } = cardSize(element);
  return { ...element.position, width, height };
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The card at a point of the map; the ground inside a place is ground. */
function cardAt(live: readonly MapElement[], point: Point): MapElement | undefined {
  return live.findLast(
    (element) => element.type !== "place" && contains(rectOf(element), { ...point, width: 0, height: 0 }),
  );
}

/** The relation whose line comes nearest to a point of the map, within so many map units. */
function lineAt(routes: ReadonlyMap<string, Route>, { x, y }: Point, reach: number): string | undefined {
  let nearest: string | undefined;
  let least = reach;
  for (const [id, { points }] of routes) {
    for (const [index, to] of points.entries()) {
      const from = points[index - 1];
      if (from === undefined) continue;
      const distance = distanceToStretch(x, y, from, to);
      if (distance < least) {
        least = distance;
        nearest = id;
      }
    }
  }
  return nearest;
}

function distanceToStretch(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}
