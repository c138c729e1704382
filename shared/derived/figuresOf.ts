import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { MapView } from "../rules/MapView.ts";
import { contractFigures } from "./contractFigures.ts";
import type { DerivedFigure } from "./DerivedFigure.ts";
import { moneyFigures, paymentFigures } from "./moneyFigures.ts";

/**
 * What follows about an element or relation from what the map states, in the order in which it is read. Nothing is guessed: a figure
 * for which something is missing has no value, and says what is missing.
 */
export function figuresOf(record: MapElement | Relation, view: MapView): readonly DerivedFigure[] {
  switch (record.type) {
    case "contract":
      return contractFigures(record, view);
    case "organisation":
    case "fund":
      return moneyFigures(record, view);
    case "pays":
      return view.isAllowed(record) ? paymentFigures(record, view) : [];
    default:
      return [];
  }
}
