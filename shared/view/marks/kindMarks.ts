import type { MapElement } from "../../model/element.ts";
import { elementTypeWord, organisationKindWord, wordFor } from "../../model/words.ts";
import type { Marking } from "../colourMarks.ts";
import { category, MOST_CATEGORIES } from "./category.ts";
import { commonest } from "./commonest.ts";

const OTHER = "others";

/** Marks elements by their kind: the commonest on the map have colours, the others share one. */
export function kindMarks(elements: readonly MapElement[]): Marking {
  const kinds = commonest(
    elements.flatMap((element) => kindOf(element)?.key ?? []),
    MOST_CATEGORIES - 1,
  );
  const words = new Map(
    elements.flatMap((element) => {
      const kind = kindOf(element);
      return kind === undefined ? [] : [[kind.key, kind.words] as const];
    }),
  );
  return {
    classes: [
      ...kinds.map((kind, index) => category(kind, words.get(kind) ?? kind, index)),
      category(OTHER, "Other kinds", MOST_CATEGORIES - 1),
    ],
    markOf(element) {
      const kind = kindOf(element);
      if (kind === undefined) return undefined;
      return { key: kinds.includes(kind.key) ? kind.key : OTHER, words: kind.words };
    },
  };
}

function kindOf(element: MapElement): { readonly key: string; readonly words: string } | undefined {
  if (element.type === "note" || element.type === "place") return undefined;
  const words = element.type === "organisation" ? organisationKindWord(element.kind) : wordFor(element.kind);
  return {
    key: `${element.type}/${element.kind}`,
    words: element.kind === "other" ? `Other ${elementTypeWord(element.type).toLowerCase()}` : words,
  };
}
