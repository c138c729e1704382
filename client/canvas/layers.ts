import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { type Layer, layerOf } from "../../shared/view/layers.ts";

/** Whether an element is shown. */
export function isElementShown(element: MapElement, layers: Readonly<Record<Layer, boolean>>): boolean {
  const layer = layerOf(element);
  return layer === undefined || layers[layer];
}

/** The relations that are shown: their own layer is, and so are both their ends. */
export function shownRelations(
  relations: readonly Relation[],
  elementById: ReadonlyMap<string, MapElement>,
  layers: Readonly<Record<Layer, boolean>>,
): readonly Relation[] {
  return relations.filter((relation) => {
    const layer = layerOf(relation);
    return (
      (layer === undefined || layers[layer]) &&
      isShownById(relation.from, elementById, layers) &&
      isShownById(relation.to, elementById, layers)
    );
  });
}

function isShownById(
  id: string,
  elementById: ReadonlyMap<string, MapElement>,
  layers: Readonly<Record<Layer, boolean>>,
): boolean {
  const element = elementById.get(id);
  return element !== undefined && isElementShown(element, layers);
}
