import type { MapElement } from "../model/element.ts";
import type { Severity, SystemMap } from "../model/systemMap.ts";
import { annualFigureOf } from "./annualFigure.ts";
import { isFilteringCards, type MapFilter } from "./MapFilter.ts";
import { placesAround } from "./placesAround.ts";
import type { ShownIds } from "./ShownIds.ts";

/** What a filter must know besides the map. */
export interface FilterFacts {
  /** The severities of the findings about each element that nobody has accepted. */
  readonly severitiesById: ReadonlyMap<string, ReadonlySet<Severity>>;
}

/** The cards and connections that a filter leaves. A connection is left where both its cards are, and its type is asked for. */
export function filterMap(
  { elements, relations }: Pick<SystemMap, "elements" | "relations">,
  filter: MapFilter,
  facts: FilterFacts,
): ShownIds {
  const elementById = new Map(elements.map((element) => [element.id, element]));
  const fits = (element: MapElement) => fitsFilter(element, filter, facts, elementById);
  const fitting = new Set(elements.filter(fits).map(({ id }) => id));
  const isAskedFor = askedFor(filter.relations);
  const lines = relations.filter(({ type }) => isAskedFor(type));
  const shown = new Set(fitting);
  if (filter.withNeighbours === true && isFilteringCards(filter)) {
    for (const { from, to } of lines) {
      if (fitting.has(from) && elementById.has(to)) shown.add(to);
      if (fitting.has(to) && elementById.has(from)) shown.add(from);
    }
  }
  const joins = ({ from, to }: { readonly from: string; readonly to: string }) =>
    shown.has(from) && shown.has(to) && (fitting.has(from) || fitting.has(to));
  return { elements: shown, relations: new Set(lines.filter(joins).map(({ id }) => id)) };
}

/** Whether one card is all that a filter asks for. */
export function fitsFilter(
  element: MapElement,
  filter: MapFilter,
  { severitiesById }: FilterFacts,
  elementById: ReadonlyMap<string, MapElement>,
): boolean {
  const { agreement } = filter;
  const status = element.type === "contract" ? element.status : undefined;
  const services = "services" in element ? element.services : undefined;
  const severities = severitiesById.get(element.id);
  return (
    askedFor(filter.types)(element.type) &&
    askedFor(filter.kinds)("kind" in element ? element.kind : undefined) &&
    askedFor(filter.statuses)(status) &&
    asksFor(filter.services, (service) => services?.includes(service) === true) &&
    asksFor(filter.places, (place) => placesAround(element, elementById).has(place)) &&
    asksFor(filter.findings, (severity) => severities?.has(severity) === true) &&
    (agreement === undefined || (agreement === "proposed") === (element.proposed === true)) &&
    fitsValue(element, filter)
  );
}

function fitsValue(element: MapElement, filter: MapFilter): boolean {
  const { valueStated, leastAnnualPounds, mostAnnualPounds } = filter;
  if (valueStated === undefined && leastAnnualPounds === undefined && mostAnnualPounds === undefined)
    return true;
  const figure = annualFigureOf(element);
  if (figure === undefined) return false;
  const { pounds } = figure;
  if (valueStated !== undefined && (valueStated === "stated") !== (pounds !== undefined)) return false;
  if (leastAnnualPounds === undefined && mostAnnualPounds === undefined) return true;
  return (
    pounds !== undefined && pounds >= (leastAnnualPounds ?? 0) && pounds <= (mostAnnualPounds ?? Infinity)
  );
}

function asksFor<T>(list: readonly T[] | undefined, isMet: (item: T) => boolean): boolean {
  return list === undefined || list.length === 0 || list.some(isMet);
}

function askedFor<T>(list: readonly T[] | undefined): (value: T | undefined) => boolean {
  if (list === undefined || list.length === 0) return () => true;
  const items: ReadonlySet<T | undefined> = new Set(list);
  return (value) => value !== undefined && items.has(value);
}
