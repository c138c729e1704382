import type { Marking } from "../colourMarks.ts";

/** Marks elements by whether they are only proposed. */
export function proposedMarks(): Marking {
  return {
    classes: [
      { key: "proposed", words: "Proposed, to be agreed", tone: "cat-2" },
      { key: "agreed", words: "Not marked as proposed", tone: "none" },
    ],
    markOf(element) {
      if (element.type === "note" || element.type === "place") return undefined;
      return element.proposed === true
        ? { key: "proposed", words: "Proposed" }
        : { key: "agreed", words: "Not marked as proposed" };
    },
  };
}
