import "@xyflow/react/dist/base.css";
import { ReactFlow, ReactFlowProvider, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, useEffect, useId, useLayoutEffect, useReducer, useRef } from "react";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { firstScreenRendered } from "../map/firstScreen.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { loadLater } from "../ui/loadLater.tsx";
import spoken from "../ui/spoken.module.css";
import type { CardNode } from "./CardNodes.ts";
import { CursorLayer } from "./CursorLayer.tsx";
import { forgetMissing, resetCanvas, useCanvasStore } from "./canvasStore.ts";
import { ElementCard } from "./ElementCard.tsx";
import { Ground } from "./Ground.tsx";
import { type Detail, useDetailStore } from "./lod/detailStore.ts";
import { roughSize } from "./lod/SizedElements.ts";
import { useDetailOfZoom } from "./lod/useDrawnCards.ts";
import { useDrawnMap } from "./lod/useDrawnMap.ts";
import { usePictureGestures } from "./lod/usePictureGestures.ts";
import styles from "./MapCanvas.module.css";
import { RelationLayer } from "./RelationLayer.tsx";
import { StepStatus } from "./StepStatus.tsx";
import { useCanvasFocus } from "./useCanvasFocus.ts";
import { useCardNodes } from "./useCardNodes.ts";
import { useGestures } from "./useGestures.ts";
import { useRegisteredViewport } from "./useRegisteredViewport.ts";
import { useDrawingInSlices, useDrawnSnapshot } from "./useWhileDrawn.ts";
import { SMALLEST_ZOOM } from "./viewportFor.ts";

// Nothing of this is needed before the map is on the screen.
const EmptyMap = loadLater(async () => (await import("./EmptyMap.tsx")).EmptyMap);
const PreviewLayer = loadLater(async () => (await import("./PreviewLayer.tsx")).PreviewLayer);
const PrintSheet = loadLater(async () => (await import("../print/PrintSheet.tsx")).PrintSheet);
const AddDropZone = loadLater(async () => (await import("./AddDropZone.tsx")).AddDropZone);
const ConnectHandles = loadLater(async () => (await import("./ConnectHandles.tsx")).ConnectHandles);
const Clipboard = loadLater(async () => (await import("../clipboard/Clipboard.tsx")).Clipboard);
const MapPictureLayer = loadLater(async () => (await import("./lod/MapPictureLayer.tsx")).MapPictureLayer);
const MapOverlay = loadLater(async () => (await import("../view/MapOverlay.tsx")).MapOverlay);
const ArrangeLayer = loadLater(async () => (await import("../arrange/ArrangeLayer.tsx")).ArrangeLayer);
const MarksLayer = loadLater(async () => (await import("../view/MarksLayer.tsx")).MarksLayer);
const CanvasDialogs = loadLater(async () => (await import("./CanvasDialogs.tsx")).CanvasDialogs);
const NameEditor = loadLater(async () => (await import("./NameEditor.tsx")).NameEditor);

const nodeTypes = { card: ElementCard };

/** Between two dots of the ground, in map units: from afar they would be one grey. */
const DOT_GAP: Readonly<Record<Detail, number>> = { full: 20, names: 60, shapes: 160 };

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
  useDrawingInSlices();
  const content = useCardNodes();
  const { nodes, shown, isWhole, live, relations, routes, badges, elementById, dimmed } = content;
  const { drawn, lines, needsPicture, omitted } = useDrawnMap(content);
  const detail = useDetailStore((state) => state.detail);
  const gestures = useGestures(container);
  const isPlacing = useCanvasStore((state) => state.placing !== undefined);
  const isCulled = drawn.length < nodes.length;
  useRegisteredViewport(container, isWhole ? live : shown, insets, isWhole ? cardSize : roughSize);
  useCanvasFocus(container, nodes, isCulled);
  useDetailOfZoom();
  usePictureGestures(container, { live, routes });
  useSelectionHousekeeping(shown, relations);
  useEffect(() => {
    if (isWhole) firstScreenRendered();
  }, [isWhole]);

  return (
    <section
      ref={container}
      aria-label="Map"
      aria-describedby={helpId}
      className={classNames(styles.canvas, isPlacing && styles.placing)}
      style={{ "--covered-right": `${insets.right}px` } as CSSProperties}
      data-detail={detail}
      {...gestures.onContainer}
    >
      <p id={helpId} className={spoken.only}>
        {canEdit ? EDITOR_HELP : VIEWER_HELP}
      </p>
      <ReactFlow
        aria-label="Cards and connections"
        nodes={drawn}
        nodeTypes={nodeTypes}
        {...gestures.onFlow}
        nodesDraggable={canEdit}
        nodesConnectable={false}
        nodesFocusable
        elementsSelectable
        selectNodesOnDrag={false}
        elevateNodesOnSelect={false}
        snapToGrid
        snapGrid={[4, 4]}
        nodeDragThreshold={3}
        minZoom={SMALLEST_ZOOM}
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
        <Ground gap={DOT_GAP[detail]} />
        <WithTheirLines cards={drawn} />
        <ViewportPortal>
          {needsPicture && (
            <MapPictureLayer
              elements={live}
              relations={relations}
              routes={routes}
              badges={badges}
              dimmed={dimmed}
              omitted={omitted}
            />
          )}
          <RelationLayer lines={lines} badges={badges} elementById={elementById} dimmed={dimmed} />
          {canEdit && <NameEditor elements={live} />}
          {canEdit && <ConnectHandles elements={live} badges={badges} />}
          <PreviewLayer elements={live} routes={routes} />
          <MarksLayer elements={live} dimmed={dimmed} />
          <ArrangeLayer elements={live} />
          <CursorLayer />
        </ViewportPortal>
      </ReactFlow>
      <StepStatus />
      <div
        ref={room}
        className={styles.room}
        style={{ inset: `${insets.top}px ${insets.right}px ${insets.bottom}px ${insets.left}px` }}
      >
        <EmptyMap />
        <MapOverlay insets={insets} />
      </div>
      <CanvasDialogs room={room} />
      {canEdit && <AddDropZone container={container} />}
      <Clipboard container={container} />
      <PrintSheet />
    </section>
  );
}

/**
 * React Flow takes over what it is given in an effect. After a drawing in slices that would come with the next frame, and the cards that others
 * move would lag behind their lines by one; this asks for a small drawing that cannot wait, before which effects are carried out.
 */
function WithTheirLines({ cards }: { readonly cards: readonly CardNode[] }) {
  const [, drawNow] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there are other cards
  useLayoutEffect(drawNow, [cards]);
  return null;
}

/** Tells the others what is selected, and lets go of what is deleted or no longer shown. */
function useSelectionHousekeeping(elements: readonly MapElement[], relations: readonly Relation[]): void {
  const { presence, snapshots } = useSession();
  const drawn = useDrawnSnapshot();
  const selection = useCanvasStore((state) => state.selection);
  useEffect(() => presence.setSelection(selection), [presence, selection]);
  useEffect(() => {
    const shown = new Set([...elements, ...relations].map(({ id }) => id));
    // What was added, and selected, after this was drawn has not been left out: it is still to come.
    const isToCome = (id: string) => isIn(snapshots.get(), id) && !isIn(drawn, id);
    forgetMissing((id) => shown.has(id) || isToCome(id));
  }, [elements, relations, drawn, snapshots]);
  useEffect(() => resetCanvas, []);
}

function isIn({ elementById, relationById }: Snapshot, id: string): boolean {
  return elementById.has(id) || relationById.has(id);
}

const EDITOR_HELP =
  "Tab goes from card to card and then to the connections. Space selects, the arrow keys move what is selected, Enter renames, C connects, Delete deletes. Letters add cards: the list of shortcuts, under the question mark, names them.";
const VIEWER_HELP =
  "Tab goes from card to card and then to the connections. Space selects. The arrow keys move the view, plus and minus zoom. The question mark lists the shortcuts.";
