import { type ReactFlowInstance, type ReactFlowState, useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Size } from "../../shared/model/field.ts";
import { layerOf } from "../../shared/view/layers.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { registerViewport, setZoom, toggleLayer, useCanvasStore, type Viewport } from "./canvasStore.ts";
import { stopFollowing } from "./followStore.ts";
import type { Insets } from "./MapCanvas.tsx";
import { boundsOf, type Pan, type Rect, viewportReaching, viewportShowing } from "./viewportFor.ts";

const PADDING_PX = 32;
const ZOOM_STEP = 1.25;
const MOVE_MS = 220;
const LARGEST_FOLLOWED_ZOOM = 4;

/** How large a card is, or about how large it will be. */
type SizeOf = (element: MapElement) => Size;

/** Makes the canvas the one that other panels move, and shows the whole map once it is there. */
export function useRegisteredViewport(
  container: RefObject<HTMLElement | null>,
  elements: readonly MapElement[],
  insets: Insets,
  sizeOf: SizeOf,
): void {
  const flow = useReactFlow();
  const session = useSession();
  const latest = useRef({ elements, insets, sizeOf });
  latest.current = { elements, insets, sizeOf };

  useEffect(() => {
    const room = (): Rect => roomIn(container.current, latest.current.insets);
    const rects = (of: readonly MapElement[]) => of.map((element) => rectOf(element, latest.current.sizeOf));
    const rectsOf = (ids: readonly string[]) =>
      rects(withIds(ids, session.snapshots.get(), latest.current.elements));
    const viewport = viewportOver(flow, room, rectsOf, () => rects(latest.current.elements));
    registerViewport({
      ...viewport,
      bringIntoView(ids) {
        showLayersOf(ids, session.snapshots.get());
        viewport.bringIntoView(ids);
      },
    });
    return () => registerViewport(undefined);
  }, [flow, session, container]);
  useToldView(() => roomIn(container.current, latest.current.insets));

  // A map that is empty when it is opened is left as it is: its first card stays where somebody drops it.
  const hasFitted = useRef(elements.length === 0);
  const isEmpty = elements.length === 0;
  useEffect(() => {
    if (hasFitted.current || isEmpty) return;
    // The panels that float over the canvas are measured after this effect, and before the next frame.
    const handle = requestAnimationFrame(() => {
      const { elements, sizeOf } = latest.current;
      const bounds = boundsOf(elements.map((element) => rectOf(element, sizeOf)));
      const room = roomIn(container.current, latest.current.insets);
      if (bounds === undefined || room.width <= 0 || room.height <= 0) return;
      hasFitted.current = true;
      const viewport = viewportShowing(bounds, room, 1);
      void flow.setViewport(viewport);
      setZoom(viewport.zoom);
    });
    return () => cancelAnimationFrame(handle);
  }, [flow, container, isEmpty]);
}

/** Shows the layers of what is to be looked at. */
function showLayersOf(ids: readonly string[], { elementById, relationById }: Snapshot): void {
  for (const id of ids) {
    const relation = relationById.get(id);
    const records = relation === undefined ? [id] : [id, relation.from, relation.to];
    for (const record of records) {
      const found = elementById.get(record) ?? relationById.get(record);
      const layer = found === undefined ? undefined : layerOf(found);
      if (layer !== undefined && !useCanvasStore.getState().layers[layer]) toggleLayer(layer);
    }
  }
}

function viewportOver(
  flow: ReactFlowInstance,
  room: () => Rect,
  rectsOf: (ids: readonly string[]) => readonly Rect[],
  allRects: () => readonly Rect[],
): Viewport {
  const duration = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : MOVE_MS);
  const show = (bounds: Rect | undefined, largestZoom: number) => {
    if (bounds !== undefined)
      void flow.setViewport(viewportShowing(bounds, room(), largestZoom), { duration: duration() });
  };
  const panBy = (dxPx: number, dyPx: number) => {
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({ x: x - dxPx, y: y - dyPx, zoom });
  };
  return endingFollowing({
    bringIntoView(ids) {
      const bounds = boundsOf(rectsOf(ids));
      if (bounds === undefined) return;
      const panned = viewportReaching(bounds, room(), flow.getViewport());
      if (panned === undefined) show(bounds, flow.getZoom());
      else void flow.setViewport(panned, { duration: duration() });
    },
    fit: () => show(boundsOf(allRects()), 1),
    zoomIn: () => void flow.zoomTo(flow.getZoom() * ZOOM_STEP, { duration: duration() }),
    zoomOut: () => void flow.zoomTo(flow.getZoom() / ZOOM_STEP, { duration: duration() }),
    panBy,
    giveHeight(px) {
      const before = flow.getViewport();
      const bounds = boundsOf(allRects());
      if (bounds === undefined || !isWhole(bounds, room(), px, before)) {
        panBy(0, px / 2);
        return () => panBy(0, -px / 2);
      }
      const given = viewportShowing(bounds, room(), before.zoom);
      void flow.setViewport(given);
      return () => {
        const { x, y, zoom } = flow.getViewport();
        // Whoever has moved the map meanwhile keeps it where it is.
        const isUntouched = x === given.x && y === given.y && zoom === given.zoom;
        if (isUntouched) void flow.setViewport(before);
        else panBy(0, -px / 2);
      };
    },
    centre() {
      const { x, y, width, height } = room();
      const viewport = flow.getViewport();
      return {
        x: (x + width / 2 - viewport.x) / viewport.zoom,
        y: (y + height / 2 - viewport.y) / viewport.zoom,
      };
    },
    showArea: (area) => show(area, LARGEST_FOLLOWED_ZOOM),
  });
}

/** Whoever moves the map themselves follows nobody any more. */
function endingFollowing(viewport: Viewport): Viewport {
  const ending =
    <Args extends readonly unknown[]>(move: (...args: Args) => void) =>
    (...args: Args) => {
      stopFollowing();
      move(...args);
    };
  return {
    ...viewport,
    bringIntoView: ending(viewport.bringIntoView),
    fit: ending(viewport.fit),
    zoomIn: ending(viewport.zoomIn),
    zoomOut: ending(viewport.zoomOut),
    panBy: ending(viewport.panBy),
  };
}

/** Tells the others what this tab shows of the map, for those who follow it. */
function useToldView(room: () => Rect): void {
  const store = useStoreApi();
  const { presence } = useSession();
  const latest = useRef(room);
  latest.current = room;
  useEffect(() => {
    const tell = ({ transform: [x, y, zoom], width }: ReactFlowState) => {
      if (width <= 0) return;
      const seen = latest.current();
      presence.setView({
        x: Math.round((seen.x - x) / zoom),
        y: Math.round((seen.y - y) / zoom),
        width: Math.round(Math.max(1, seen.width) / zoom),
        height: Math.round(Math.max(1, seen.height) / zoom),
      });
    };
    tell(store.getState());
    return store.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        tell(state);
    });
  }, [store, presence]);
}

/** Whether all of the map was in view before so much of the room's height was taken. */
function isWhole(bounds: Rect, room: Rect, takenPx: number, viewport: Pan): boolean {
  const before = {
    x: room.x - PADDING_PX,
    y: room.y - PADDING_PX,
    width: room.width + 2 * PADDING_PX,
    height: room.height + takenPx + 2 * PADDING_PX,
  };
  const reached = viewportReaching(bounds, before, viewport);
  return reached !== undefined && reached.x === viewport.x && reached.y === viewport.y;
}

function roomIn(container: HTMLElement | null, insets: Insets): Rect {
  return {
    x: insets.left + PADDING_PX,
    y: insets.top + PADDING_PX,
    width: (container?.clientWidth ?? 0) - insets.left - insets.right - 2 * PADDING_PX,
    height: (container?.clientHeight ?? 0) - insets.top - insets.bottom - 2 * PADDING_PX,
  };
}

function rectOf(element: MapElement, sizeOf: SizeOf): Rect {
  const { position } = element;
  return { x: position.x, y: position.y, ...sizeOf(element) };
}

function withIds(
  ids: readonly string[],
  snapshot: Snapshot,
  live: readonly MapElement[],
): readonly MapElement[] {
  const wanted = new Set<string>();
  for (const id of ids) {
    const relation = snapshot.relationById.get(id);
    for (const end of relation === undefined ? [id] : [relation.from, relation.to]) wanted.add(end);
  }
  const hidden = [...wanted].filter((id) => !live.some((element) => element.id === id));
  return [
    ...live.filter(({ id }) => wanted.has(id)),
    // A layer that has just been switched on is drawn with the next frame.
    ...hidden.flatMap((id) => snapshot.elementById.get(id) ?? []),
  ];
}
