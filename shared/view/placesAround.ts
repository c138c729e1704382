import type { MapElement } from "../model/element.ts";

/** The ids of the places that an element lies in, the innermost first; of a place itself too. A place that lies in itself ends it. */
export function placesAround(
  element: MapElement,
  elementById: ReadonlyMap<string, MapElement>,
): ReadonlySet<string> {
  const places = new Set<string>(element.type === "place" ? [element.id] : []);
  let next = element.place;
  while (next !== undefined && !places.has(next) && elementById.has(next)) {
    places.add(next);
    next = elementById.get(next)?.place;
  }
  return places;
}
