import { duration } from "../../drawing/dateWords.ts";
import type { MapElement } from "../../model/element.ts";
import type { MarkFacts, Marking } from "../colourMarks.ts";
import type { MarkClass } from "../Mark.ts";
import { monthsLeft } from "../monthsLeft.ts";

const NOT_STATED: MarkClass = { key: "not-stated", words: "Start or term not stated", tone: "none" };
const BANDS: readonly (MarkClass & { readonly belowMonths: number })[] = [
  { key: "ended", words: "Ended", tone: "cat-10", belowMonths: 0 },
  { key: "6", words: "Less than 6 months left", tone: "step-5", belowMonths: 6 },
  { key: "12", words: "6 to 12 months left", tone: "step-4", belowMonths: 12 },
  { key: "36", words: "1 to 3 years left", tone: "step-3", belowMonths: 36 },
  { key: "60", words: "3 to 5 years left", tone: "step-2", belowMonths: 60 },
  { key: "more", words: "5 years left or more", tone: "step-1", belowMonths: Infinity },
];

/** Marks contracts by how long they still run. */
export function termLeftMarks(_elements: readonly MapElement[], { onDay }: MarkFacts): Marking {
  return {
    classes: [...BANDS, NOT_STATED],
    markOf(element) {
      if (element.type !== "contract") return undefined;
      const months = monthsLeft(element, onDay);
      if (months === undefined) return { key: NOT_STATED.key, words: "Term not stated" };
      const band = BANDS.find(({ belowMonths }) => months < belowMonths);
      return band === undefined ? undefined : { key: band.key, words: wordsOf(months) };
    },
  };
}

function wordsOf(months: number): string {
  if (months < 0) return "Ended";
  return months === 0 ? "Less than a month left" : `${duration(months)} left`;
}
