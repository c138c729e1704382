import type { MapElement } from "../model/element.ts";
import { formatCount, formatMoney } from "../model/money.ts";
import type { SystemMap } from "../model/systemMap.ts";
import { annualFigureOf } from "./annualFigure.ts";
import type { SizeField } from "./markFields.ts";

/** The radius of the greatest figure's circle, in map units. */
export const GREATEST_RADIUS = 88;
const SMALLEST_RADIUS = 5;

/** A circle behind a card whose area says how much; without a radius where the figure is not stated. */
export interface SizeMark {
  readonly radius: number | undefined;
  /** The figure: "£145.2m a year", "Not stated". */
  readonly words: string;
}

/** The circles of a map by a field, and what the largest stands for. */
export interface MapSizes {
  readonly sizeById: ReadonlyMap<string, SizeMark>;
  /** Undefined where nothing is stated. */
  readonly greatest: { readonly words: string; readonly quarterWords: string } | undefined;
}

const NOT_STATED: Readonly<Record<SizeField, string>> = {
  value: "Annual value not stated",
  income: "Income not stated",
  population: "Population not stated",
};

interface Figure {
  readonly amount: number | undefined;
  readonly words: (amount: number) => string;
}

/** The circles of all elements by a field. Equal amounts have equal areas; what is too small to be seen is drawn just so that it is. */
export function sizeMarks({ elements }: Pick<SystemMap, "elements">, field: SizeField): MapSizes {
  const figures = elements.flatMap((element) => {
    const figure = figureOf(element, field);
    return figure === undefined ? [] : [{ id: element.id, figure }];
  });
  let most = 0;
  for (const { figure } of figures) most = Math.max(most, figure.amount ?? 0);
  const sizeById = new Map(figures.map(({ id, figure }) => [id, sizeOf(figure, most, field)]));
  const words = field === "population" ? people : aYear;
  return { sizeById, greatest: most > 0 ? { words: words(most), quarterWords: words(most / 4) } : undefined };
}

function sizeOf({ amount, words }: Figure, most: number, field: SizeField): SizeMark {
  if (amount === undefined) return { radius: undefined, words: NOT_STATED[field] };
  if (amount <= 0 || most <= 0) return { radius: 0, words: words(amount) };
  return {
    radius: Math.max(SMALLEST_RADIUS, GREATEST_RADIUS * Math.sqrt(amount / most)),
    words: words(amount),
  };
}

function figureOf(element: MapElement, field: SizeField): Figure | undefined {
  switch (field) {
    case "value": {
      const figure = annualFigureOf(element);
      return (
        figure && {
          amount: figure.pounds,
          words: (pounds) => `${aYear(pounds)}${figure.isDerived ? " (derived)" : ""}`,
        }
      );
    }
    case "income":
      return element.type === "organisation"
        ? { amount: element.annualIncome, words: (pounds) => `Income ${formatMoney(pounds)}` }
        : undefined;
    case "population":
      return element.type === "organisation" || element.type === "place"
        ? { amount: element.population, words: people }
        : undefined;
  }
}

function aYear(pounds: number): string {
  return `${formatMoney(pounds)} a year`;
}

function people(count: number): string {
  return Math.round(count) === 1 ? "1 person" : `${formatCount(count)} people`;
}
