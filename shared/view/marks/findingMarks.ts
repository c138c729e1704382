import type { MapElement } from "../../model/element.ts";
import { SEVERITIES, type Severity } from "../../model/systemMap.ts";
import { wordFor } from "../../model/words.ts";
import type { MarkFacts, Marking } from "../colourMarks.ts";

/** Marks elements by the gravest finding about them. */
export function findingMarks(_elements: readonly MapElement[], { severitiesById }: MarkFacts): Marking {
  return {
    classes: [
      ...SEVERITIES.map((severity) => ({ key: severity, words: wordFor(severity), tone: severity })),
      { key: "nothing", words: "Nothing found", tone: "none" },
    ],
    markOf(element) {
      const severity = worstOf(severitiesById.get(element.id));
      return severity === undefined
        ? { key: "nothing", words: "Nothing found" }
        : { key: severity, words: wordFor(severity) };
    },
  };
}

/** The gravest of some severities. */
export function worstOf(severities: ReadonlySet<Severity> | undefined): Severity | undefined {
  return SEVERITIES.find((severity) => severities?.has(severity));
}
