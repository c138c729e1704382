import { type NodeChange, type ReactFlowProps, useReactFlow } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, type RefObject, useMemo, useRef } from "react";
import type { Point } from "../../shared/model/field.ts";
import { editNameUnlessLocked } from "../arrange/refuseLocked.ts";
import { firstScreenDrawn } from "../map/firstScreen.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import type { CardNode } from "./CardNodes.ts";
import { select, setPlacing, setZoom, useCanvasStore } from "./canvasStore.ts";
import { chooseOnMap } from "./chooseOnMap.ts";
import { beginDrag, dropDrag, moveDrag } from "./dragStore.ts";
import { stopFollowing } from "./followStore.ts";
import { setHovered } from "./hoverStore.ts";
import { MovingLayer } from "./MovingLayer.ts";
import { pickTarget, usePickStore } from "./pickStore.ts";
import { openQuickAdd } from "./quickAddStore.ts";
import { isOnBadge, useBadgePress } from "./useBadgePress.ts";

/**
 * The browser keeps a layer that is about to move at full size at least: far out that is a picture much larger than the
 * screen, and costs more than it saves.
 */
const SMALLEST_PICTURE_ZOOM = 0.5;

/** Loaded after the first screen, as all is that arms a kind; then at once, so that a name can be typed with the next key. */
let placeItem: typeof import("./placeItem.ts").placeItem | undefined;
void firstScreenDrawn.then(async () => {
  ({ placeItem } = await import("./placeItem.ts"));
});

type FlowHandlers = Pick<
  ReactFlowProps<CardNode>,
  | "onNodesChange"
  | "onNodeClick"
  | "onNodeDoubleClick"
  | "onNodeDragStart"
  | "onNodeDrag"
  | "onNodeDragStop"
  | "onNodeMouseEnter"
  | "onNodeMouseLeave"
  | "onPaneClick"
  | "onSelectionStart"
  | "onSelectionEnd"
  | "onMove"
  | "onMoveStart"
  | "onMoveEnd"
>;

interface Gestures {
  readonly onFlow: FlowHandlers;
  readonly onContainer: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
  };
}

/** What the pointer does on the canvas, as selections, moves and things added. */
export function useGestures(container: RefObject<HTMLElement | null>): Gestures {
  const session = useSession();
  const { screenToFlowPosition } = useReactFlow();
  const pressBadge = useBadgePress();
  const isMarquee = useRef(false);
  return useMemo(() => {
    const layer = new MovingLayer(() => container.current);
    const at = (event: { clientX: number; clientY: number }) =>
      screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    return {
      onFlow: {
        ...dragging(session),
        onNodesChange: (changes) => {
          if (isMarquee.current) selectByMarquee(changes);
        },
        onSelectionStart: () => {
          isMarquee.current = true;
          // Else copying would take the words that were selected before, and not the cards.
          getSelection()?.removeAllRanges();
        },
        onSelectionEnd: () => {
          isMarquee.current = false;
        },
        onNodeClick: (event, node) => {
          if (placeArmed(session, at(event))) return;
          if (usePickStore.getState().from !== undefined)
            return pickTarget(node.id, { x: event.clientX, y: event.clientY });
          if (isOnBadge(event)) pressBadge(node.id, event);
          else chooseOnMap(node.id, event.shiftKey || event.ctrlKey || event.metaKey);
        },
        onNodeDoubleClick: (event, node) => {
          if (session.canEdit && !isOnBadge(event)) editNameUnlessLocked(session, node.id);
        },
        onNodeMouseEnter: (_, node) => setHovered(node.id),
        onNodeMouseLeave: () => setHovered(undefined),
        onPaneClick: (event) => {
          if (!placeArmed(session, at(event)) && !event.shiftKey) select([]);
        },
        onMoveStart: (event, { zoom }) => {
          if (event) stopFollowing();
          if (event?.type !== "wheel" && zoom >= SMALLEST_PICTURE_ZOOM) layer.start();
        },
        onMove: (event, { zoom }) => {
          if (event?.type === "mousemove") layer.pull();
          setZoom(zoom);
        },
        onMoveEnd: () => layer.end(),
      },
      onContainer: {
        onPointerMove: (event) => session.presence.setCursor(at(event)),
        onPointerLeave: () => session.presence.setCursor(undefined),
        onDoubleClick: (event) => {
          const isGround =
            event.target instanceof Element && event.target.classList.contains("react-flow__pane");
          if (isGround && session.canEdit) openQuickAdd(at(event), { x: event.clientX, y: event.clientY });
        },
      },
    };
  }, [session, screenToFlowPosition, container, pressBadge]);
}

function dragging(session: MapSession): FlowHandlers {
  let start: Point | undefined;
  return {
    onNodeDragStart: (_, node) => {
      const { selection } = useCanvasStore.getState();
      const isPartOfSelection = selection.includes(node.id);
      if (!isPartOfSelection) select([node.id]);
      const { elementById } = session.snapshots.get();
      const ids = isPartOfSelection ? selection.filter((id) => elementById.has(id)) : [node.id];
      start = beginDrag(session, ids) ? elementById.get(node.id)?.position : undefined;
    },
    onNodeDrag: ({ altKey }, node) => {
      if (start === undefined) return;
      moveDrag(
        session,
        node.position.x - start.x,
        node.position.y - start.y,
        altKey ? {} : { snapping: "pull" },
      );
    },
    onNodeDragStop: () => {
      start = undefined;
      dropDrag(session);
    },
  };
}

function placeArmed(session: MapSession, centre: Point): boolean {
  const { placing } = useCanvasStore.getState();
  if (placing === undefined || placeItem === undefined) return false;
  setPlacing(undefined);
  placeItem(session, placing, centre);
  return true;
}

function selectByMarquee(changes: readonly NodeChange<CardNode>[]): void {
  const selection = new Set(useCanvasStore.getState().selection);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) selection.add(change.id);
    else selection.delete(change.id);
  }
  select([...selection]);
}
