import { cleanText } from "../geometry/cleanText.ts";
import type { MapElement } from "../model/element.ts";
import { elementFacts } from "./elementFacts.ts";
import type { ColourToken } from "./shapes.ts";
import type { Block } from "./textBlock.ts";

export const BAND_SIZE_PX = 10.5;
export const BAND_SPACING_PX = 0.8;

const NAMELESS = {
  organisation: "Unnamed organisation",
  contract: "Unnamed contract",
  fund: "Unnamed fund",
  forum: "Unnamed forum",
  place: "Unnamed place",
  note: "",
} as const;

/** The name as it can be shown; "Unnamed organisation" where there is none. */
export function shownName(element: MapElement): { text: string; isNamed: boolean } {
  const name = cleanText(element.name.slice(0, 4_000));
  return name === "" ? { text: NAMELESS[element.type], isNamed: false } : { text: name, isNamed: true };
}

/** The small capitals at the top of a card. */
export function bandBlock(text: string, colour: ColourToken): Block {
  return {
    text,
    style: { sizePx: BAND_SIZE_PX, face: "bold", colour, letterSpacingPx: BAND_SPACING_PX },
    lineHeightPx: 14,
    maxLines: 2,
    gapPx: 0,
  };
}

/** The name, in at most three lines. */
export function nameBlock(element: MapElement, sizePx: number, maxLines = 3): Block {
  const { text, isNamed } = shownName(element);
  return {
    text,
    style: { sizePx, face: isNamed ? "bold" : "italic", colour: isNamed ? "ink" : "inkSoft" },
    lineHeightPx: Math.round(sizePx * 1.27),
    maxLines,
    gapPx: 4,
  };
}

/** The facts below the name, two lines at most each. */
export function factBlocks(element: MapElement): Block[] {
  return elementFacts(element).map((fact, index) => ({
    text: fact.text,
    style: { sizePx: 12, face: fact.isTentative ? "italic" : "regular", colour: "inkSoft" },
    lineHeightPx: 16,
    maxLines: 2,
    gapPx: index === 0 ? 5 : 1,
  }));
}
