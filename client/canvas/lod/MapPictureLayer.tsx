import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { memo, useEffect, useMemo, useRef } from "react";
import type { Badges } from "../../../shared/drawing/findingBadges.ts";
import type { Route } from "../../../shared/geometry/route.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { useCanvasStore } from "../canvasStore.ts";
import { notePainted, useDetailStore } from "./detailStore.ts";
import { MapPicture } from "./MapPicture.ts";
import styles from "./MapPictureLayer.module.css";
import { Scene } from "./Scene.ts";
import { viewRect } from "./viewRegion.ts";

export interface MapPictureLayerProps {
  /** The cards that are shown, where they stand on the screen. */
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly badges: ReadonlyMap<string, Badges>;
  readonly dimmed: ReadonlySet<string>;
  /** Ids of the cards and relations that are drawn by themselves. */
  readonly omitted: ReadonlySet<string>;
}

/**
 * A large map from afar, as a picture below the cards and lines that are drawn by themselves. It says nothing to screen readers: these
 * go from card to card, which are drawn as they come to them, and there is the outline.
 */
export const MapPictureLayer = memo(function MapPictureLayer({
  elements,
  relations,
  routes,
  badges,
  dimmed,
  omitted,
}: MapPictureLayerProps) {
  const holder = useRef<HTMLDivElement>(null);
  const picture = useRef<MapPicture>(undefined);
  const store = useStoreApi();
  const scene = useMemo(() => new Scene(), []);
  const detail = useDetailStore((state) => (state.detail === "full" ? "names" : state.detail));
  const selection = useCanvasStore((state) => state.selection);
  const parts = useMemo(
    () =>
      scene.update({
        elements,
        relations,
        routes,
        badges,
        selected: new Set(selection),
        dimmed,
        omitted,
        detail,
      }),
    [scene, elements, relations, routes, badges, selection, dimmed, omitted, detail],
  );
  const latest = useRef(parts);
  latest.current = parts;

  useEffect(() => {
    if (holder.current === null) return;
    const made = new MapPicture(holder.current, () => notePainted(true));
    picture.current = made;
    const look = ({ transform, width, height }: ReactFlowState) =>
      made.setView({ rect: viewRect(transform, width, height), zoom: transform[2] });
    made.setParts(latest.current);
    look(store.getState());
    const stop = store.subscribe((state, before) => {
      const hasMoved =
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height;
      if (hasMoved) look(state);
    });
    return () => {
      stop();
      made.destroy();
      notePainted(false);
      picture.current = undefined;
    };
  }, [store]);

  useEffect(() => picture.current?.setParts(parts), [parts]);

  return <div ref={holder} className={styles.picture} aria-hidden data-testid="picture" />;
});
