import type { MapElement } from "../model/element.ts";

/** Elements by id; places among them may lie in places. */
export type ElementsById = ReadonlyMap<string, Pick<MapElement, "id" | "type" | "place">>;

/** The place that an element lies in. None where it names itself, or a place that in turn lies in it: such a circle counts for nothing. */
export function placeOf(id: string, elements: ElementsById): string | undefined {
  const place = elements.get(id)?.place;
  if (place === undefined || elements.get(place)?.type !== "place") return undefined;
  return liesIn(place, id, elements) ? undefined : place;
}

/** Whether an element is a place or lies in it, however deep. */
export function liesIn(id: string, place: string, elements: ElementsById): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = elements.get(at)?.place) {
    if (at === place) return true;
    seen.add(at);
  }
  return false;
}

/** The places that an element lies in, the innermost first. */
export function placesAround(id: string, elements: ElementsById): readonly string[] {
  const around: string[] = [];
  for (let at = placeOf(id, elements); at !== undefined; at = placeOf(at, elements)) {
    if (around.includes(at)) break;
    around.push(at);
  }
  return around;
}

/** The ids, and after them those of all that lies in the places among them, however deep. */
export function withPlaceContents(
  ids: Iterable<string>,
  elements: readonly Pick<MapElement, "id" | "place">[],
): readonly string[] {
  const members = new Map<string, string[]>();
  for (const { id, place } of elements)
    if (place !== undefined) members.set(place, [...(members.get(place) ?? []), id]);
  const all = new Set(ids);
  // A set that grows is walked to its end, what is added on the way included.
  for (const id of all) for (const member of members.get(id) ?? []) all.add(member);
  return [...all];
}
