import type { SystemMap } from "../model/systemMap.ts";
import { type FilterFacts, filterMap } from "./filterMap.ts";
import { isFiltering, type MapFilter } from "./MapFilter.ts";
import { type Focus, isFollowed, neighbourhood } from "./neighbourhood.ts";
import { placesAround } from "./placesAround.ts";
import type { ShownIds } from "./ShownIds.ts";

/** What narrows a map: a filter, a focus, or both. */
export interface Narrowing {
  readonly filter: MapFilter;
  readonly focus: Focus | undefined;
}

/** Whether anything narrows the map. */
export function isNarrowing({ filter, focus }: Narrowing): boolean {
  return focus !== undefined || isFiltering(filter);
}

/**
 * What filter and focus leave of a map; undefined where nothing narrows it. A focus brings the places along that its cards lie in:
 * without them nobody would know where they are.
 */
export function narrowMap(
  map: Pick<SystemMap, "elements" | "relations">,
  { filter, focus }: Narrowing,
  facts: FilterFacts,
): ShownIds | undefined {
  const near = focus === undefined ? undefined : focused(map, focus);
  if (!isFiltering(filter)) return near;
  const fitting = filterMap(map, filter, facts);
  if (near === undefined) return fitting;
  return {
    elements: new Set([...near.elements].filter((id) => fitting.elements.has(id))),
    relations: new Set([...near.relations].filter((id) => fitting.relations.has(id))),
  };
}

function focused({ elements, relations }: Pick<SystemMap, "elements" | "relations">, focus: Focus): ShownIds {
  const elementById = new Map(elements.map((element) => [element.id, element]));
  const near = neighbourhood(relations, focus);
  const shown = new Set([...near].filter((id) => elementById.has(id)));
  for (const id of [...shown]) {
    const element = elementById.get(id);
    if (element !== undefined) for (const place of placesAround(element, elementById)) shown.add(place);
  }
  const lines = relations.filter(
    (relation) => isFollowed(relation, focus.follow) && near.has(relation.from) && near.has(relation.to),
  );
  return { elements: shown, relations: new Set(lines.map(({ id }) => id)) };
}
