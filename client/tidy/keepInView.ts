import type { MapElement } from "../../shared/model/element.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown } from "../canvas/layers.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useGlideStore } from "./glideStore.ts";

/** Moves the view, as little as it takes, so that cards are seen once they are where they go. Closer than before it never comes. */
export function keepInView(session: MapSession, cards: readonly Pick<MapElement, "id">[]): void {
  const { viewport, layers } = useCanvasStore.getState();
  if (viewport === undefined) return;
  const { elementById } = session.snapshots.get();
  const ids = cards.flatMap(({ id }) => {
    const element = elementById.get(id);
    return element !== undefined && isElementShown(element, layers) ? [id] : [];
  });
  whenAtRest(() => viewport.bringIntoView(ids));
}

/** Does something once no card is on its way; the canvas has drawn by then where they stand. */
function whenAtRest(run: () => void): void {
  requestAnimationFrame(() => {
    if (useGlideStore.getState().offsets.size === 0) return run();
    const stop = useGlideStore.subscribe(({ offsets }) => {
      if (offsets.size > 0) return;
      stop();
      requestAnimationFrame(run);
    });
  });
}
