import { useStore } from "@xyflow/react";
import { X } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useMemo,
  useRef,
} from "react";
import { SEVERITIES } from "../../shared/model/systemMap.ts";
import { severitiesById } from "../../shared/view/severitiesById.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown } from "../canvas/layers.ts";
import type { Insets } from "../canvas/MapCanvas.tsx";
import type { Rect } from "../canvas/viewportFor.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useEmphasisStore } from "./emphasisStore.ts";
import styles from "./Minimap.module.css";
import { MINIMAP_LOOKS, type MinimapPaths, minimapPaths } from "./minimapPaths.ts";
import { setMinimap } from "./minimapStore.ts";
import { useRegionStore } from "./regionStore.ts";

const WIDTH_PX = 196;
const TALLEST_PX = 132;
const MARGIN = 0.04;
const PAN_PX = 60;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface MinimapProps {
  /** What panels leave of the canvas. */
  readonly room: RefObject<HTMLElement | null>;
  readonly insets: Insets;
}

/** The whole map in small, with a frame around what is to be seen of it: pressed, dragged or stepped with the arrow keys, it moves the view. */
export function Minimap({ room, insets }: MinimapProps) {
  const paths = useMinimapPaths();
  if (paths === undefined) return null;
  return (
    <div className={styles.panel}>
      <Picture paths={paths} room={room} insets={insets} />
      <IconButton
        label="Fold the minimap away"
        size="small"
        tooltipPlacement="left"
        className={styles.close}
        onPress={() => setMinimap(false)}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

function useMinimapPaths(): MinimapPaths | undefined {
  const { map } = useSnapshot();
  const findings = useShownFindings();
  const layers = useCanvasStore((state) => state.layers);
  const hidden = useEmphasisStore((state) => state.hidden);
  const severities = useMemo(() => severitiesById(findings), [findings]);
  return useMemo(
    () =>
      minimapPaths(
        map.elements.filter((element) => isElementShown(element, layers) && !hidden.has(element.id)),
        severities,
      ),
    [map.elements, layers, hidden, severities],
  );
}

function Picture({ paths, room, insets }: MinimapProps & { readonly paths: MinimapPaths }) {
  const area = useMemo(() => withMargin(paths.bounds), [paths.bounds]);
  const svg = useRef<SVGSVGElement>(null);
  const scale = Math.min(WIDTH_PX / area.width, TALLEST_PX / area.height);
  const go = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) return;
    useRegionStore.getState().control?.centreOn({
      x: area.x + ((event.clientX - box.left) / box.width) * area.width,
      y: area.y + ((event.clientY - box.top) / box.height) * area.height,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    useCanvasStore.getState().viewport?.panBy(arrow[0] * PAN_PX, arrow[1] * PAN_PX);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: what is inside is a picture that reacts to keys, no field set
    <div
      role="group"
      aria-label="Minimap: the arrow keys move the view"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the view from here
      tabIndex={0}
      className={styles.picture}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <svg
        ref={svg}
        style={{ "--width": `${area.width * scale}px`, "--ratio": area.width / area.height } as CSSProperties}
        viewBox={`${area.x} ${area.y} ${area.width} ${area.height}`}
        className={styles.svg}
        aria-hidden
      >
        <Cards paths={paths} />
        <Frame room={room} insets={insets} area={area} />
      </svg>
    </div>
  );
}

const Cards = memo(function Cards({ paths }: { readonly paths: MinimapPaths }) {
  return (
    <>
      {MINIMAP_LOOKS.map((look) => (
        <path key={look} d={paths.cards[look]} className={styles[look]} />
      ))}
      {[...SEVERITIES].reverse().map((severity) => (
        <path key={severity} d={paths.findings[severity]} className={styles[severity]} />
      ))}
    </>
  );
});

/** What is to be seen now. */
function Frame({ room, insets, area }: MinimapProps & { readonly area: Rect }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const { clientWidth = 0, clientHeight = 0 } = room.current ?? {};
  // What lies beyond the picture is cut off, so that the frame can be seen all round.
  const edge = area.width / WIDTH_PX;
  const left = within((insets.left - x) / zoom, area.x + edge, area.width - 2 * edge);
  const top = within((insets.top - y) / zoom, area.y + edge, area.height - 2 * edge);
  const right = within((insets.left + clientWidth - x) / zoom, area.x + edge, area.width - 2 * edge);
  const bottom = within((insets.top + clientHeight - y) / zoom, area.y + edge, area.height - 2 * edge);
  return <rect className={styles.frame} x={left} y={top} width={right - left} height={bottom - top} />;
}

function within(at: number, start: number, length: number): number {
  return Math.min(start + length, Math.max(start, at));
}

function withMargin({ x, y, width, height }: Rect): Rect {
  const margin = Math.max(width, height) * MARGIN;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}
