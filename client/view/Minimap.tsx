import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { X } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { findingBadges } from "../../shared/drawing/findingBadges.ts";
import { SEVERITIES } from "../../shared/model/systemMap.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown } from "../canvas/layers.ts";
import type { Insets } from "../canvas/MapCanvas.tsx";
import { useDrawnSnapshot } from "../canvas/useWhileDrawn.ts";
import type { Rect } from "../canvas/viewportFor.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
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
  /** What panels cover of the canvas. */
  readonly insets: Insets;
}

/** The whole map in small, with a frame around what is to be seen of it: pressed, dragged or stepped with the arrow keys, it moves the view. */
export function Minimap({ insets }: MinimapProps) {
  const paths = useMinimapPaths();
  if (paths === undefined) return null;
  return (
    <div className={styles.panel}>
      <Picture paths={paths} insets={insets} />
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
  // Typing goes first: the small picture may follow a moment later.
  const elements = useDeferredValue(useDrawnSnapshot().map.elements);
  const findings = useShownFindings();
  const layers = useCanvasStore((state) => state.layers);
  const hidden = useEmphasisStore((state) => state.hidden);
  const badges = useMemo(() => findingBadges(findings), [findings]);
  return useMemo(
    () =>
      minimapPaths(
        elements.filter((element) => isElementShown(element, layers) && !hidden.has(element.id)),
        badges,
      ),
    [elements, layers, hidden, badges],
  );
}

function Picture({ paths, insets }: MinimapProps & { readonly paths: MinimapPaths }) {
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
        <Frame insets={insets} area={area} />
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

/** What is to be seen now. It follows each movement of the view without anything being drawn again but itself. */
function Frame({ insets, area }: MinimapProps & { readonly area: Rect }) {
  const frame = useRef<SVGGElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    const place = ({ transform, width, height }: ReactFlowState) => {
      const [x, y, zoom] = transform;
      // What lies beyond the picture is cut off, so that the frame can be seen all round.
      const edge = area.width / WIDTH_PX;
      const left = within((insets.left - x) / zoom, area.x + edge, area.width - 2 * edge);
      const top = within((insets.top - y) / zoom, area.y + edge, area.height - 2 * edge);
      const right = within((width - insets.right - x) / zoom, area.x + edge, area.width - 2 * edge);
      const bottom = within((height - insets.bottom - y) / zoom, area.y + edge, area.height - 2 * edge);
      const now = { x: left, y: top, width: right - left, height: bottom - top };
      for (const rect of frame.current?.children ?? [])
        for (const [name, value] of Object.entries(now)) rect.setAttribute(name, String(value));
    };
    place(store.getState());
    return store.subscribe((state, before) => {
      const hasMoved =
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height;
      if (hasMoved) place(state);
    });
  }, [store, insets, area]);
  return (
    <g ref={frame}>
      <rect className={styles.halo} />
      <rect className={styles.frame} />
    </g>
  );
}

function within(at: number, start: number, length: number): number {
  return Math.min(start + length, Math.max(start, at));
}

function withMargin({ x, y, width, height }: Rect): Rect {
  const margin = Math.max(width, height) * MARGIN;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}
