import { CONTRACT_STATUSES } from "../model/contractTerms.ts";
import { ELEMENT_TYPES, type ElementType } from "../model/element.ts";
import { RELATION_TYPES, type RelationType } from "../model/relation.ts";
import { SERVICES, type Service } from "../model/services.ts";
import type { SystemMap } from "../model/systemMap.ts";
import type { ContractStatus } from "./MapFilter.ts";

/** A value that a filter can ask for, and how often it is on the map. */
export interface FilterOption<T extends string> {
  readonly value: T;
  readonly count: number;
}

/** What there is on a map to ask for: only values that occur. */
export interface FilterOptions {
  readonly types: readonly FilterOption<ElementType>[];
  /** The most frequent first. */
  readonly kinds: readonly FilterOption<string>[];
  readonly statuses: readonly FilterOption<ContractStatus>[];
  readonly services: readonly FilterOption<Service>[];
  /** Ids of places, with how many cards name each. */
  readonly places: readonly FilterOption<string>[];
  readonly relations: readonly FilterOption<RelationType>[];
}

/** Counts what a filter of a map can ask for. */
export function filterOptions({
  elements,
  relations,
}: Pick<SystemMap, "elements" | "relations">): FilterOptions {
  const tallies = { types: tally(), kinds: tally(), statuses: tally(), services: tally(), places: tally() };
  for (const element of elements) {
    tallies.types.add(element.type);
    if ("kind" in element && element.kind !== undefined) tallies.kinds.add(element.kind);
    if (element.type === "contract" && element.status !== undefined) tallies.statuses.add(element.status);
    if ("services" in element) for (const service of element.services ?? []) tallies.services.add(service);
    if (element.type === "place") tallies.places.add(element.id, 0);
    if (element.place !== undefined) tallies.places.add(element.place);
  }
  const lines = tally();
  for (const { type } of relations) lines.add(type);
  const placeIds = elements.flatMap(({ type, id }) => (type === "place" ? [id] : []));
  return {
    types: tallies.types.among(ELEMENT_TYPES),
    kinds: tallies.kinds.byFrequency(),
    statuses: tallies.statuses.among(CONTRACT_STATUSES),
    services: tallies.services.among(SERVICES),
    places: placeIds.map((value) => ({ value, count: tallies.places.of(value) })),
    relations: lines.among(RELATION_TYPES),
  };
}

function tally() {
  const counts = new Map<string, number>();
  const of = (value: string) => counts.get(value) ?? 0;
  return {
    of,
    add: (value: string, count = 1) => void counts.set(value, of(value) + count),
    among: <T extends string>(values: readonly T[]): readonly FilterOption<T>[] =>
      values.map((value) => ({ value, count: of(value) })).filter(({ count }) => count > 0),
    byFrequency: (): readonly FilterOption<string>[] =>
      [...counts]
        .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
        .map(([value, count]) => ({ value, count })),
  };
}
