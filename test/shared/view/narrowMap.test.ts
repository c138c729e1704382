import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annualValueOf } from "../../../shared/model/contractValue.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { SEVERITIES, type Severity } from "../../../shared/model/systemMap.ts";
import { filterMap } from "../../../shared/view/filterMap.ts";
import { layerOf } from "../../../shared/view/layers.ts";
import { isFiltering, type MapFilter } from "../../../shared/view/MapFilter.ts";
import { narrowMap } from "../../../shared/view/narrowMap.ts";
import { FOLLOWED, type Focus, neighbourhood } from "../../../shared/view/neighbourhood.ts";
import { buildMap } from "../../support/buildMap.ts";
import { anyMap } from "../drawing/arbitraryMap.ts";

const NOTHING_FOUND = { severitiesById: new Map<string, ReadonlySet<Severity>>() };
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(...values: readonly T[]) => optional(fc.subarray([...values]));

const anyFilter: fc.Arbitrary<MapFilter> = fc
  .record({
    types: some("organisation", "contract", "fund", "forum", "place", "note"),
    kinds: some("ccg", "foundation-trust", "sub-contract", "pooled", "other"),
    statuses: some("live", "proposed"),
    services: some("acute", "community"),
    findings: some(...SEVERITIES),
    agreement: optional(fc.constantFrom("proposed", "agreed")),
    valueStated: optional(fc.constantFrom("stated", "not-stated")),
    leastAnnualPounds: optional(fc.integer({ min: 0, max: 2e9 })),
    mostAnnualPounds: optional(fc.integer({ min: 0, max: 2e9 })),
    relations: some("pays", "holds", "owns"),
    withNeighbours: optional(fc.constant(true as const)),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));

const anyFocus: fc.Arbitrary<Focus> = fc.record({
  ids: fc.uniqueArray(
    fc.nat({ max: 9 }).map((index) => `e${index}`),
    { minLength: 1, maxLength: 3 },
  ),
  steps: fc.integer({ min: 1, max: 3 }),
  follow: fc.constantFrom(...FOLLOWED),
});

/** Every pair of elements that one connection joins, asked one after the other. */
function reachedNaively(relations: readonly Relation[], { ids, steps, follow }: Focus): Set<string> {
  let reached = new Set(ids);
  for (let step = 0; step < steps; step++) {
    const before = reached;
    reached = new Set(before);
    for (const relation of relations) {
      if (follow !== "all" && layerOf(relation) !== follow) continue;
      if (before.has(relation.from)) reached.add(relation.to);
      if (before.has(relation.to)) reached.add(relation.from);
    }
  }
  return reached;
}

function fitsNaively(element: MapElement, filter: MapFilter, severities: ReadonlySet<Severity>): boolean {
  const record = element as unknown as Record<string, unknown>;
  const stated = filter.types?.length || filter.types === undefined ? filter.types : undefined;
  if (stated !== undefined && !stated.includes(element.type)) return false;
  if (filter.kinds?.length && !filter.kinds.some((kind) => record.kind === kind)) return false;
  if (
    filter.statuses?.length &&
    !(element.type === "contract" && filter.statuses.some((each) => each === element.status))
  )
    return false;
  const services = (record.services ?? []) as readonly string[];
  if (filter.services?.length && !filter.services.some((each) => services.includes(each))) return false;
  if (filter.findings?.length && !filter.findings.some((each) => severities.has(each))) return false;
  if (filter.agreement === "proposed" && record.proposed !== true) return false;
  if (filter.agreement === "agreed" && record.proposed === true) return false;
  const { valueStated, leastAnnualPounds: least, mostAnnualPounds: most } = filter;
  if (valueStated === undefined && least === undefined && most === undefined) return true;
  if (element.type !== "contract" && element.type !== "fund") return false;
  const pounds = element.type === "fund" ? element.annualAmount : annualValueOf(element);
  const mayHaveNone = "kind" in element && (element.kind === "memorandum" || element.kind === "framework");
  if (pounds === undefined)
    return valueStated === "not-stated" && least === undefined && most === undefined && !mayHaveNone;
  if (valueStated === "not-stated") return false;
  return (least === undefined || pounds >= least) && (most === undefined || pounds <= most);
}

describe("focus", () => {
  test("reaches what can be reached in so many steps, and nothing else", () => {
    fc.assert(
      fc.property(anyMap, anyFocus, ({ relations }, focus) => {
        expect(neighbourhood(relations, focus)).toEqual(reachedNaively(relations, focus));
      }),
    );
  });

  test("keeps the connections that it followed, and the places that its cards lie in", () => {
    const map = buildMap()
      .place("county", { name: "County" })
      .organisation("ccg", "ccg", { place: "county" })
      .organisation("trust", "foundation-trust")
      .organisation("far", "foundation-trust")
      .relate("pays", "ccg", "trust", { id: "money" })
      .relate("partners", "ccg", "trust", { id: "friends" })
      .relate("pays", "trust", "far", { id: "onward" })
      .map();
    const shown = narrowMap(
      map,
      { filter: {}, focus: { ids: ["ccg"], steps: 1, follow: "money" } },
      NOTHING_FOUND,
    );
    expect([...(shown?.elements ?? [])].sort()).toEqual(["ccg", "county", "trust"]);
    expect([...(shown?.relations ?? [])]).toEqual(["money"]);
  });

  test("on what is gone shows nothing, and nothing narrows a map by itself", () => {
    const map = buildMap().organisation("ccg", "ccg").map();
    const focus: Focus = { ids: ["gone"], steps: 3, follow: "all" };
    expect(narrowMap(map, { filter: {}, focus }, NOTHING_FOUND)?.elements.size).toBe(0);
    expect(narrowMap(map, { filter: { types: [] }, focus: undefined }, NOTHING_FOUND)).toBeUndefined();
  });
});

describe("filter", () => {
  test("leaves just what fits, and the connections between", () => {
    const severities = fc.dictionary(
      fc.nat({ max: 9 }).map((index) => `e${index}`),
      fc.subarray([...SEVERITIES], { minLength: 1 }),
    );
    fc.assert(
      fc.property(anyMap, anyFilter, severities, (map, filter, found) => {
        const severitiesById = new Map(Object.entries(found).map(([id, list]) => [id, new Set(list)]));
        const facts = { severitiesById };
        const fits = new Set(
          map.elements
            .filter((each) => fitsNaively(each, filterOf(filter), severitiesById.get(each.id) ?? new Set()))
            .map(({ id }) => id),
        );
        const { relations: asked, withNeighbours, ...cards } = filter;
        const lines = map.relations.filter(({ type }) => !asked?.length || asked.includes(type as never));
        const shown = new Set(fits);
        if (withNeighbours && isFiltering(cards))
          for (const { from, to } of lines) {
            if (fits.has(from)) shown.add(to);
            if (fits.has(to)) shown.add(from);
          }
        const result = filterMap(map, filter, facts);
        expect(result.elements).toEqual(shown);
        expect([...result.relations]).toEqual(
          lines
            .filter(({ from, to }) => shown.has(from) && shown.has(to) && (fits.has(from) || fits.has(to)))
            .map(({ id }) => id),
        );
      }),
      { numRuns: 400 },
    );
  });

  test("by place takes what lies in places inside it, and ends in a circle of places", () => {
    const map = buildMap()
      .place("county", { place: "town" })
      .place("town", { place: "county" })
      .organisation("ccg", "ccg", { place: "town" })
      .organisation("away", "ccg")
      .map();
    const { elements } = filterMap(map, { places: ["county"] }, NOTHING_FOUND);
    expect([...elements].sort()).toEqual(["ccg", "county", "town"]);
  });
});

/** An empty list asks for nothing. */
function filterOf(filter: MapFilter): MapFilter {
  return filter.types?.length === 0
    ? Object.fromEntries(Object.entries(filter).filter(([key]) => key !== "types"))
    : filter;
}
