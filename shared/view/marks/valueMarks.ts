import type { MapElement } from "../../model/element.ts";
import { formatMoney } from "../../model/money.ts";
import { annualFigureOf } from "../annualFigure.ts";
import type { Marking } from "../colourMarks.ts";
import type { MarkClass } from "../Mark.ts";

const NOT_STATED: MarkClass = { key: "not-stated", words: "Not stated", tone: "none" };
const BANDS: readonly (MarkClass & { readonly belowPounds: number })[] = [
  { key: "1", words: "Under £1m a year", tone: "step-1", belowPounds: 1e6 },
  { key: "2", words: "£1m to £10m", tone: "step-2", belowPounds: 1e7 },
  { key: "3", words: "£10m to £100m", tone: "step-3", belowPounds: 1e8 },
  { key: "4", words: "£100m to £1bn", tone: "step-4", belowPounds: 1e9 },
  { key: "5", words: "£1bn or more", tone: "step-5", belowPounds: Infinity },
];

/** Marks contracts and funds by what they are worth in a year. */
export function valueMarks(): Marking {
  return { classes: [...BANDS, NOT_STATED], markOf };
}

function markOf(element: MapElement) {
  const figure = annualFigureOf(element);
  if (figure === undefined) return undefined;
  const { pounds, isDerived } = figure;
  if (pounds === undefined) return { key: NOT_STATED.key, words: "Annual value not stated" };
  const band = BANDS.find(({ belowPounds }) => pounds < belowPounds);
  if (band === undefined) return undefined;
  return { key: band.key, words: `${formatMoney(pounds)} a year${isDerived ? " (derived)" : ""}` };
}
