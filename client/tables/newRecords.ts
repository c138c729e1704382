import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { ElementType, MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { readElement } from "../../shared/model/readRecord.ts";
import type { TableId } from "../../shared/table/tables.ts";
import { takenSpots } from "../actions/addElement.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { roomySpot } from "../canvas/freeSpot.ts";
import type { MapSession } from "../sync/MapSession.ts";

/** The kind that a new row has until somebody says otherwise. */
const KINDS: Partial<Record<ElementType, string>> = {
  organisation: "other",
  contract: "other",
  fund: "pooled",
};

const GAP = 32;
const CARDS_A_ROW = 8;

/** An element that nothing is said of yet. */
export function blankElement(type: ElementType, position: Point, id = newId()): MapElement {
  const kind = KINDS[type];
  return readElement(
    { id, type, name: "", position, ...(kind !== undefined && { kind }) },
    { path: "element", ordinal: "Element" },
  );
}

/** A place on the map for one new card: near the middle of what was last seen of it, clear of the others. */
export function spotForOne(session: MapSession, type: ElementType): Point {
  const middle = useCanvasStore.getState().viewport?.centre() ?? { x: 0, y: 0 };
  const size = cardSize(blankElement(type, { x: 0, y: 0 }));
  const wish = { x: middle.x - size.width / 2, y: middle.y - size.height / 2 };
  return roomySpot(wish, size, takenSpots(session), "around");
}

/** Places for many new cards: in rows below everything that is there. */
export function spotsForMany(session: MapSession, type: ElementType, count: number): readonly Point[] {
  const taken = takenSpots(session);
  const left = taken.reduce((least, { x }) => Math.min(least, x), taken.length === 0 ? 0 : Infinity);
  const top = taken.reduce((most, { y, height }) => Math.max(most, y + height + 2 * GAP), 0);
  const { width, height } = cardSize(blankElement(type, { x: 0, y: 0 }));
  return Array.from({ length: count }, (_, index) => ({
    x: left + (index % CARDS_A_ROW) * (width + GAP),
    y: top + Math.floor(index / CARDS_A_ROW) * (height + 2 * GAP),
  }));
}

/** The type of element that a new row of a table is; undefined for a table of connections only. */
export function newElementType(table: TableId): ElementType | undefined {
  if (table === "organisations") return "organisation";
  if (table === "contracts") return "contract";
  return table === "money" ? "fund" : undefined;
}
