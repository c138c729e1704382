import type { Point } from "../../shared/model/field.ts";
import { addFromPalette } from "../actions/addElement.ts";
import { paletteItem } from "../palette/paletteItems.ts";
import type { MapSession } from "../sync/MapSession.ts";

/** Adds what a palette item makes, with its middle at a point of the map. */
export function placeItem(session: MapSession, itemId: string, centre: Point): void {
  const item = paletteItem(itemId);
  if (item !== undefined) addFromPalette(session, item, { centre });
}
