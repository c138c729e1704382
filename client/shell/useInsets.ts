import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useHintRoom } from "../canvas/hintRoom.ts";
import type { Insets } from "../canvas/MapCanvas.tsx";
import type { ViewMode } from "./viewMode.ts";

const gapPx = 12;
/** Between the bar at the bottom and the messages above it. */
const aboveBarPx = 6;

/** How much of the map is covered by what floats over its edges, as that folds and unfolds. */
export function useInsets(mode: ViewMode): {
  readonly insets: Insets;
  readonly left: RefObject<HTMLDivElement | null>;
  readonly right: RefObject<HTMLDivElement | null>;
  readonly bottom: RefObject<HTMLDivElement | null>;
} {
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const bottom = useRef<HTMLDivElement>(null);
  const [insets, setInsets] = useState<Insets>({ top: 0, right: 0, bottom: 0, left: 0 });

  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const measure = () => {
      const now = {
        top: 0,
        left: covered(left.current?.offsetWidth),
        right: covered(right.current?.offsetWidth),
        bottom: covered(bottom.current?.offsetHeight),
      };
      // Messages keep beside the panels too: beside those that are seen.
      const isDrawn = mode === "map";
      const isOverBar = isDrawn && now.bottom > 0;
      style.setProperty("--toasts-left", `${isDrawn ? now.left : 0}px`);
      style.setProperty("--toasts-right", `${now.right}px`);
      style.setProperty("--toasts-bottom", `${isOverBar ? now.bottom + aboveBarPx : gapPx}px`);
      setInsets((before) => {
        const isSame = before.left === now.left && before.right === now.right && before.bottom === now.bottom;
        return isSame ? before : now;
      });
    };
    const observer = new ResizeObserver(measure);
    for (const panel of [left.current, right.current, bottom.current])
      if (panel !== null) observer.observe(panel);
    measure();
    return () => {
      observer.disconnect();
      for (const side of ["left", "right", "bottom"]) style.removeProperty(`--toasts-${side}`);
    };
  }, [mode]);

  const top = useHintRoom((state) => state.heightPx);
  const withHint = useMemo(() => ({ ...insets, top }), [insets, top]);
  return { insets: withHint, left, right, bottom };
}

function covered(sizePx: number | undefined): number {
  return sizePx === undefined || sizePx === 0 ? 0 : sizePx + gapPx;
}
