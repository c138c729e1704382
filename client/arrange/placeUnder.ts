import { cardSize } from "../../shared/drawing/cardSize.ts";
import { type Box, contains, isInside } from "../../shared/geometry/box.ts";
import { liesIn, placesAround } from "../../shared/layout/nesting.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { isLocked } from "../../shared/model/locked.ts";

/** Which place an element comes to lie in; undefined for none. */
export interface PlaceChange {
  readonly place: string | undefined;
}

interface Way {
  readonly idSet: ReadonlySet<string>;
  readonly dx: number;
  readonly dy: number;
}

/**
 * What a move does to the place that an element lies in; undefined where nothing changes. A card lies where its middle is, a
 * place where all of it is, of several places in the innermost. Never in itself, in what lies in it, or newly in what is locked. Who
 * lay outside the frame of their place before the move stays in it.
 */
export function placeUnder(
  element: MapElement,
  way: Way,
  elements: readonly MapElement[],
  elementById: ReadonlyMap<string, MapElement>,
): PlaceChange | undefined {
  const before = boxOf(element);
  const after = { ...before, x: before.x + way.dx, y: before.y + way.dy };
  const target = innermost(element, after, way, elements, elementById);
  const now = element.place;
  if (target?.id === now) return undefined;
  if (target !== undefined) return isLocked(target) ? undefined : { place: target.id };
  const place = now === undefined ? undefined : elementById.get(now);
  if (place === undefined || way.idSet.has(place.id) || isLocked(place)) return undefined;
  return holds(boxOf(place), before, element) ? { place: undefined } : undefined;
}

function innermost(
  element: MapElement,
  box: Box,
  way: Way,
  elements: readonly MapElement[],
  elementById: ReadonlyMap<string, MapElement>,
): MapElement | undefined {
  let best: MapElement | undefined;
  for (const place of elements) {
    if (place.type !== "place" || way.idSet.has(place.id) || liesIn(place.id, element.id, elementById))
      continue;
    if (!holds(boxOf(place), box, element)) continue;
    const isDeeper = best === undefined || placesAround(place.id, elementById).includes(best.id);
    if (best === undefined || isDeeper || area(place) < area(best)) best = place;
  }
  return best;
}

function holds(frame: Box, box: Box, element: MapElement): boolean {
  if (element.type === "place") return isInside(box, frame);
  return contains(frame, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

function boxOf(element: MapElement): Box {
  return { x: element.position.x, y: element.position.y, ...cardSize(element) };
}

function area(element: MapElement): number {
  const { width, height } = cardSize(element);
  return width * height;
}
