import { useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useReducer } from "react";
import type { CardNode } from "../CardNodes.ts";
import type { Rect } from "../viewportFor.ts";
import { notePicture, noteZoom, noteZooming, useDetailStore } from "./detailStore.ts";
import { Growing } from "./Growing.ts";
import { regionKey, regionOf } from "./viewRegion.ts";

/** How what is in view is drawn: each card and line by itself; as a picture; or as before, until the picture is there. */
export type DrawnAs = "themselves" | "picture" | "before";

export interface DrawnCards {
  /** The cards that are drawn by themselves now, in their order. */
  readonly drawn: CardNode[];
  readonly drawnAs: DrawnAs;
  /** Whether more cards come with the next frames. */
  readonly isGrowing: boolean;
  /** The region that is drawn, in map units; undefined where all of the map is. */
  readonly region: Rect | undefined;
}

/** A map of so many cards is drawn whole. */
const SMALL_MAP = 300;
/** With more cards than this around the view they become a picture, and with less again cards of their own. */
const MOST_AROUND = 520;
const FEW_AROUND = 420;
const CARDS_A_FRAME = 14;

/**
 * Which cards are drawn by themselves: all of a small map; of a large one those in view and a little around it, a few more with every
 * frame; and of a large map from afar only those that are needed, because somebody points at them, has them selected or moves them.
 */
export function useDrawnCards(nodes: CardNode[], isNeeded: (id: string) => boolean): DrawnCards {
  const isLarge = nodes.length > SMALL_MAP;
  const key = useStore(({ transform, width, height }) =>
    isLarge && width > 0 ? regionKey(transform, width, height) : "",
  );
  const region = useMemo(() => (key === "" ? undefined : regionOf(key)), [key]);
  const around = useMemo(
    () => (region === undefined ? nodes : nodes.filter((node) => isNodeIn(node, region))),
    [nodes, region],
  );
  const wasPicture = useDetailStore((state) => state.isPicture);
  const isPainted = useDetailStore((state) => state.isPainted);
  const isZooming = useDetailStore((state) => state.isZooming);
  // Through a movement of the zoom a picture stays one: cards would come only to go with the next turn of the wheel.
  const isKept = wasPicture && isZooming;
  const isPicture = isLarge && (isKept || around.length > (wasPicture ? FEW_AROUND : MOST_AROUND));
  const drawnAs: DrawnAs = isPicture ? (isPainted ? "picture" : "before") : "themselves";
  const growing = useMemo(() => new Growing<CardNode>(CARDS_A_FRAME), []);
  const wanted = useMemo(() => {
    if (drawnAs === "picture") return nodes.filter(({ id }) => isNeeded(id));
    if (drawnAs === "before") return nodes.filter(({ id }) => isNeeded(id) || growing.has(id));
    return region === undefined ? nodes : nodes.filter((node) => isNodeIn(node, region) || isNeeded(node.id));
  }, [nodes, region, drawnAs, isNeeded, growing]);
  const { shown, isWhole } = growing.update(wanted, isLarge ? isNeeded : () => true);
  useNextFrame(!isWhole);
  useEffect(() => notePicture(isPicture), [isPicture]);
  useEffect(() => () => notePicture(false), []);
  return { drawn: shown as CardNode[], drawnAs, isGrowing: !isWhole, region };
}

/** Keeps the detail in step with the zoom. */
export function useDetailOfZoom(): void {
  const store = useStoreApi();
  useEffect(() => {
    noteZoom(store.getState().transform[2]);
    return store.subscribe(({ transform }, before) => {
      if (transform[2] === before.transform[2]) return;
      noteZoom(transform[2]);
      noteZooming();
    });
  }, [store]);
}

/** Draws again with the next frame, for as long as it is asked for. */
export function useNextFrame(isWanted: boolean): void {
  const [, next] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!isWanted) return;
    const handle = requestAnimationFrame(next);
    return () => cancelAnimationFrame(handle);
  });
}

/** As `meets` says it; asked of thousands with every drawing, without making a rectangle for each. */
function isNodeIn({ position: { x, y }, width = 0, height = 0 }: CardNode, region: Rect): boolean {
  return (
    x < region.x + region.width &&
    region.x < x + width &&
    y < region.y + region.height &&
    region.y < y + height
  );
}
