import type { MapElement } from "../model/element.ts";
import type { Severity, SystemMap } from "../model/systemMap.ts";
import type { MapMarks, Mark, MarkClass } from "./Mark.ts";
import type { ColourField } from "./markFields.ts";
import { findingMarks } from "./marks/findingMarks.ts";
import { kindMarks } from "./marks/kindMarks.ts";
import { proposedMarks } from "./marks/proposedMarks.ts";
import { servicesMarks } from "./marks/servicesMarks.ts";
import { termLeftMarks } from "./marks/termLeftMarks.ts";
import { paymentMarks, statusMarks } from "./marks/termMarks.ts";
import { valueMarks } from "./marks/valueMarks.ts";

/** What marks are made of besides the elements. */
export interface MarkFacts {
  /** The day that terms are reckoned from, as an ISO date. */
  readonly onDay: string;
  /** The severities of the findings about each element that nobody has accepted. */
  readonly severitiesById: ReadonlyMap<string, ReadonlySet<Severity>>;
}

/** How one field marks cards. */
export interface Marking {
  /** All classes there can be, in the order of the legend. */
  readonly classes: readonly MarkClass[];
  /** The class of an element and what its chip says; undefined for elements that the field is not about. */
  readonly markOf: (element: MapElement) => { readonly key: string; readonly words: string } | undefined;
}

const MARKINGS: Readonly<
  Record<ColourField, (elements: readonly MapElement[], facts: MarkFacts) => Marking>
> = {
  value: valueMarks,
  term: termLeftMarks,
  status: statusMarks,
  findings: findingMarks,
  payment: paymentMarks,
  services: servicesMarks,
  kind: kindMarks,
  proposed: proposedMarks,
};

/** The marks of all elements by a field. */
export function colourMarks(
  { elements }: Pick<SystemMap, "elements">,
  field: ColourField,
  facts: MarkFacts,
): MapMarks {
  const { classes, markOf } = MARKINGS[field](elements, facts);
  const classByKey = new Map(classes.map((each) => [each.key, each]));
  const counts = new Map<string, number>();
  const markById = new Map<string, Mark>();
  for (const element of elements) {
    const found = markOf(element);
    const tone = found === undefined ? undefined : classByKey.get(found.key)?.tone;
    if (found === undefined || tone === undefined) continue;
    markById.set(element.id, { ...found, tone });
    counts.set(found.key, (counts.get(found.key) ?? 0) + 1);
  }
  const legend = classes.flatMap((each) => {
    const count = counts.get(each.key);
    return count === undefined ? [] : [{ ...each, count }];
  });
  return { markById, legend };
}
