import type { MapElement } from "../model/element.ts";
import type { Relation, RelationType } from "../model/relation.ts";

/** What can be switched off as a whole; organisations and places always show. */
export const LAYERS = ["contracts", "money", "ownership", "governance", "notes"] as const;
export type Layer = (typeof LAYERS)[number];

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
