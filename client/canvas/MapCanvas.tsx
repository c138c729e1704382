import "@xyflow/react/dist/base.css";
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, Suspense, useEffect, useId, useRef } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { firstScreenRendered } from "../map/firstScreen.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { loadLater } from "../ui/loadLater.ts";
import spoken from "../ui/spoken.module.css";
import { AddDropZone } from "./AddDropZone.tsx";
import { ConnectHandles } from "./ConnectHandles.tsx";
import { CursorLayer } from "./CursorLayer.tsx";
import { forgetMissing, resetCanvas, useCanvasStore } from "./canvasStore.ts";
import { ElementCard } from "./ElementCard.tsx";
import styles from "./MapCanvas.module.css";
import { NameEditor } from "./NameEditor.tsx";
import { PlacingHint } from "./PlacingHint.tsx";
import { RelationLayer } from "./RelationLayer.tsx";
import { StepStatus } from "./StepStatus.tsx";
import { useCanvasFocus } from "./useCanvasFocus.ts";
import { useCanvasKeyboard } from "./useCanvasKeyboard.ts";
import { useCardNodes } from "./useCardNodes.ts";
import { useGestures } from "./useGestures.ts";
import { useRegisteredViewport } from "./useRegisteredViewport.ts";

// Nothing of this is needed before the map is on the screen.
const EmptyMap = loadLater(async () => (await import("./EmptyMap.tsx")).EmptyMap);
const PreviewLayer = loadLater(async () => (await import("./PreviewLayer.tsx")).PreviewLayer);
const CanvasDialogs = loadLater(async () => (await import("./CanvasDialogs.tsx")).CanvasDialogs);

const nodeTypes = { card: ElementCard };
const MOST_DRAWN_AT_ONCE = 300;

/** How much of the canvas's edges is covered by what floats over it, in screen pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** The map, to look at and to draw on. It fills its parent, which must have a size. */
export function MapCanvas({ insets = NO_INSETS }: { readonly insets?: Insets }) {
  return (
    <ReactFlowProvider>
      <Canvas insets={insets} />
    </ReactFlowProvider>
  );
}

function Canvas({ insets }: { readonly insets: Insets }) {
  const container = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const canEdit = useCanEdit();
  const { nodes, elements, live, relations, routes, badges, elementById } = useCardNodes();
  const gestures = useGestures(container);
  const isPlacing = useCanvasStore((state) => state.placing !== undefined);
  const isCulled = nodes.length > MOST_DRAWN_AT_ONCE;
  useRegisteredViewport(container, live, insets);
  useCanvasKeyboard(container);
  useCanvasFocus(container, nodes, isCulled);
  useSelectionHousekeeping(elements, relations);
  useEffect(firstScreenRendered, []);

  return (
    <section
      ref={container}
      aria-label="Map"
      aria-describedby={helpId}
      className={classNames(styles.canvas, isPlacing && styles.placing)}
      style={{ "--covered-right": `${insets.right}px` } as CSSProperties}
      data-large={isCulled ? "" : undefined}
      {...gestures.onContainer}
    >
      <p id={helpId} className={spoken.only}>
        {canEdit ? EDITOR_HELP : VIEWER_HELP}
      </p>
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        {...gestures.onFlow}
        nodesDraggable={canEdit}
        nodesConnectable={false}
        nodesFocusable
        elementsSelectable
        selectNodesOnDrag={false}
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements={isCulled}
        snapToGrid
        snapGrid={[4, 4]}
        nodeDragThreshold={3}
        minZoom={0.08}
        maxZoom={4}
        panOnDrag
        selectionKeyCode="Shift"
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        attributionPosition="bottom-right"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--ground-dot)" />
        <ViewportPortal>
          <RelationLayer relations={relations} routes={routes} badges={badges} elementById={elementById} />
          {canEdit && <ConnectHandles elements={live} />}
          {canEdit && <NameEditor elements={live} />}
          <Suspense fallback={null}>
            <PreviewLayer elements={live} routes={routes} />
          </Suspense>
          <CursorLayer />
        </ViewportPortal>
      </ReactFlow>
      {canEdit && <AddDropZone container={container} />}
      {canEdit && <PlacingHint />}
      <StepStatus />
      <div
        ref={room}
        className={styles.room}
        style={{ inset: `${insets.top}px ${insets.right}px ${insets.bottom}px ${insets.left}px` }}
      >
        <Suspense fallback={null}>
          <EmptyMap />
        </Suspense>
      </div>
      <Suspense fallback={null}>
        <CanvasDialogs room={room} />
      </Suspense>
    </section>
  );
}

/** Tells the others what is selected, and lets go of what is deleted or no longer shown. */
function useSelectionHousekeeping(elements: readonly MapElement[], relations: readonly Relation[]): void {
  const { presence } = useSession();
  const selection = useCanvasStore((state) => state.selection);
  useEffect(() => presence.setSelection(selection), [presence, selection]);
  useEffect(() => {
    const shown = new Set([...elements, ...relations].map(({ id }) => id));
    forgetMissing((id) => shown.has(id));
  }, [elements, relations]);
  useEffect(() => resetCanvas, []);
}

const EDITOR_HELP =
  "Tab goes from card to card and then to the connections. Space selects, the arrow keys move what is selected, Enter renames, C connects, Delete deletes. Letters add cards: the list of shortcuts, under the question mark, names them.";
const VIEWER_HELP =
  "Tab goes from card to card and then to the connections. Space selects. The arrow keys move the view, plus and minus zoom. The question mark lists the shortcuts.";
