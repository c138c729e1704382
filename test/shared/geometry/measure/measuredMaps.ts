import ELK from "elkjs/lib/elk.bundled.js";
import { cardSize } from "../../../../shared/drawing/cardSize.ts";
import { routeRelations } from "../../../../shared/geometry/routeRelations.ts";
import { Pieces } from "../../../../shared/layout/Pieces.ts";
import { tidyEverything } from "../../../../shared/layout/tidyEverything.ts";
import { LIBRARY } from "../../../../shared/library/library.ts";
import type { MapElement } from "../../../../shared/model/element.ts";
import type { Relation, RelationType } from "../../../../shared/model/relation.ts";
import type { SystemMap } from "../../../../shared/model/systemMap.ts";
import { Random } from "../../../support/random.ts";
import { measureRoutes, type RouteMeasure } from "./measureRoutes.ts";

/** A map to be measured. */
export type MeasuredMap = Pick<SystemMap, "elements" | "relations"> & { readonly name: string };

/** Measures a map as it is drawn. */
export function measureMap({ elements, relations }: MeasuredMap): RouteMeasure {
  const sizes = new Map(elements.map((element) => [element.id, cardSize(element)]));
  return measureRoutes(elements, relations, sizes, routeRelations(elements, relations, sizes));
}

/** The maps of the library as they are laid out. */
export function libraryMaps(): MeasuredMap[] {
  return LIBRARY.map(({ name, map }) => ({ name, elements: map.elements, relations: map.relations }));
}

/** The maps of the library as tidying lays them out at first, before what it does while there is time. */
export async function tidiedLibraryMaps(): Promise<MeasuredMap[]> {
  const engine = new ELK();
  const maps: MeasuredMap[] = [];
  for (const { name, elements, relations } of libraryMaps()) {
    const pieces = new Pieces(elements, relations);
    const boxes = await tidyEverything(engine, pieces, { order: "roughly", polishUntil: 0 });
    maps.push({
      name: `${name}, tidied`,
      elements: elements.map((element) => movedTo(element, boxes)),
      relations,
    });
  }
  return maps;
}

function movedTo(element: MapElement, boxes: Awaited<ReturnType<typeof tidyEverything>>): MapElement {
  const box = boxes.get(element.id);
  if (box === undefined) return element;
  const { x, y, width, height } = box;
  const moved = { ...element, position: { x, y } };
  return element.type === "place" ? ({ ...moved, size: { width, height } } as MapElement) : moved;
}

/** Seeds of the random maps. */
export const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);

const COLUMNS = 6;
const TYPES: readonly RelationType[] = ["pays", "owns", "commissions", "member", "partners", "guarantees"];

/** A crowded map, always the same for the same seed: thirty cards without order, close to each other, and forty-five relations. */
export function crowdedMap(seed: number): MeasuredMap {
  const random = new Random(seed);
  const elements = Array.from({ length: 30 }, (_, index): MapElement => {
    const x = (index % COLUMNS) * 330 + random.below(60);
    const y = Math.floor(index / COLUMNS) * 200 + random.below(50);
    return {
      id: `e${index}`,
      type: "organisation",
      kind: "foundation-trust",
      name: `Trust ${index}`,
      position: { x, y },
    };
  });
  const relations = Array.from({ length: 45 }, (_, index): Relation => {
    const from = random.below(elements.length);
    const to = (from + 1 + random.below(elements.length - 1)) % elements.length;
    const type = TYPES[index % TYPES.length] ?? "pays";
    const amount = type === "pays" ? { annualAmount: 1_000_000 * (1 + random.below(200)) } : {};
    return { id: `r${index}`, type, from: `e${from}`, to: `e${to}`, ...amount } as Relation;
  });
  return { name: `crowded ${seed}`, elements, relations };
}
