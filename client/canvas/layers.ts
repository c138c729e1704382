import type { MapElement } from "../../shared/model/element.ts";
import type { Relation, RelationType } from "../../shared/model/relation.ts";
import type { Layer } from "./canvasStore.ts";

const LAYER_OF_RELATION: Readonly<Record<RelationType, Layer>> = {
  commissions: "contracts",
  holds: "contracts",
  under: "contracts",
  pays: "money",
  owns: "ownership",
  guarantees: "ownership",
  delegates: "governance",
  member: "governance",
  hosts: "governance",
  governs: "governance",
  partners: "governance",
};

const LAYER_OF_ELEMENT: Readonly<Record<MapElement["type"], Layer | undefined>> = {
  organisation: undefined,
  place: undefined,
  contract: "contracts",
  fund: "money",
  forum: "governance",
  note: "notes",
};

/** The layer that an element or relation belongs to; undefined for what is always shown. */
export function layerOf(record: MapElement | Relation): Layer | undefined {
  return "from" in record ? LAYER_OF_RELATION[record.type] : LAYER_OF_ELEMENT[record.type];
}

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
