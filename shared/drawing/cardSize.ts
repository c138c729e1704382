import type { MapElement } from "../model/element.ts";
import type { Size } from "../model/field.ts";
import { drawElement } from "./drawElement.ts";

/** The size of an element's card in map units, worked out from its text; a place and a note have the size they state, else a default one. */
export function cardSize(element: MapElement): Size {
  return drawElement(element);
}
