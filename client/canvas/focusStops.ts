import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useEmphasisStore } from "../view/emphasisStore.ts";
import { focusOn, useCanvasStore } from "./canvasStore.ts";
import { isElementShown } from "./layers.ts";
import { type Direction, nearestInDirection, nearestTo, type Stop } from "./nearestInDirection.ts";

/** The cards that are shown, as stops of the keyboard's focus. */
export function focusStops(session: MapSession): readonly Stop[] {
  const { layers } = useCanvasStore.getState();
  const { hidden } = useEmphasisStore.getState();
  return session.snapshots
    .get()
    .map.elements.filter((element) => isElementShown(element, layers) && !hidden.has(element.id))
    .map(stopOf);
}

/**
 * Moves the focus to the nearest of these stops in a direction from the card that has it (or from the only card that is selected); where none
 * has it, to the one nearest to the middle of the view.
 */
export function focusTowards(session: MapSession, direction: Direction, stops: readonly Stop[]): void {
  const { focused, selection, viewport } = useCanvasStore.getState();
  const here = session.snapshots.get().elementById.get(focused ?? selection[0] ?? "");
  const next =
    here === undefined
      ? nearestTo(viewport?.centre() ?? { x: 0, y: 0 }, stops)
      : nearestInDirection(
          stopOf(here),
          direction,
          stops.filter(({ id }) => id !== here.id),
        );
  if (next !== undefined) focusOn(next);
}

function stopOf(element: MapElement): Stop {
  const { x, y } = element.position;
  return { id: element.id, x, y, ...cardSize(element) };
}
