import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { readElement } from "../../shared/model/readRecord.ts";
import type { PaletteItem } from "./paletteItems.ts";

const PLACE_SIZE = { width: 480, height: 320 };

/**
 * The card that a palette item makes, not yet on the map. Its name is the one given, or what the kind settles, or empty; nothing
 * else is stated. Undefined for an item that makes a connection.
 */
export function newElement(
  item: PaletteItem,
  id: string,
  position: Point,
  name?: string,
): MapElement | undefined {
  const { makes } = item;
  if ("relation" in makes) return undefined;
  const size = makes.type === "place" ? { size: PLACE_SIZE } : {};
  return readElement(
    { id, name: name ?? item.startName ?? "", position, ...makes, ...size },
    { path: "element", ordinal: "Element" },
  );
}
