import { LIBRARY } from "../../shared/library/library.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";

/** The real systems side by side, over and over, until the map has so many elements and relations. */
export function manySystems(wanted: number): SystemMap {
  const systems = LIBRARY.filter(({ kind }) => kind === "system").map(({ map }) => map);
  const elements: MapElement[] = [];
  const relations: Relation[] = [];
  for (let copy = 0; elements.length + relations.length < wanted; copy++) {
    const map = systems[copy % systems.length] as SystemMap;
    const renamed = (id: string) => `${id}-${copy}`;
    for (const element of map.elements) {
      elements.push({
        ...element,
        id: renamed(element.id),
        name: `${element.name} ${copy}`,
        ...(element.place === undefined ? {} : { place: renamed(element.place) }),
        ...(element.type === "contract" && element.consultation
          ? { consultation: renamed(element.consultation) }
          : {}),
      } as MapElement);
    }
    for (const relation of map.relations) {
      relations.push({
        ...relation,
        id: renamed(relation.id),
        from: renamed(relation.from),
        to: renamed(relation.to),
        ...(relation.type === "pays" && relation.contract ? { contract: renamed(relation.contract) } : {}),
      } as Relation);
    }
  }
  return {
    format: "system-map",
    version: 1,
    title: "Many systems",
    regime: "england-2012",
    asOf: "2016-12-31",
    elements,
    relations,
  };
}
