import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { Box } from "../../shared/geometry/box.ts";
import { withPlaceContents } from "../../shared/layout/nesting.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { isLocked } from "../../shared/model/locked.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { sayLocked } from "./refuseLocked.ts";

export const EDGES = ["left", "centre", "right", "top", "middle", "bottom"] as const;
export type Edge = (typeof EDGES)[number];
export type Direction = "horizontally" | "vertically";

interface Piece {
  readonly element: MapElement;
  readonly box: Box;
}

/**
 * Lines cards up at an edge or a middle, as one step of the history. The outermost card says where; if some are locked, the
 * first of these, since they stay.
 */
export function align(session: MapSession, elements: readonly MapElement[], edge: Edge): void {
  const pieces = piecesOf(elements);
  const at = lineFor(pieces, edge);
  const ways = new Map<string, Point>();
  for (const { element, box } of pieces) {
    const way = at - coordinate(box, edge);
    ways.set(element.id, isAcross(edge) ? { x: way, y: 0 } : { x: 0, y: way });
  }
  moveBy(session, elements, ways, `Align ${elements.length} cards`);
}

/** Makes the gaps between cards equal, as one step of the history. The two outermost stay, and so does what is locked. */
export function distribute(session: MapSession, elements: readonly MapElement[], direction: Direction): void {
  const isAcrossMap = direction === "horizontally";
  const start = ({ box }: Piece) => (isAcrossMap ? box.x : box.y);
  const extent = ({ box }: Piece) => (isAcrossMap ? box.width : box.height);
  const row = piecesOf(elements).sort((a, b) => start(a) + extent(a) / 2 - start(b) - extent(b) / 2);
  const ways = new Map<string, Point>();
  // What stays cuts the row into stretches, each with gaps of its own.
  const stays = row.map(({ element }, index) => index === 0 || index === row.length - 1 || isLocked(element));
  let from = 0;
  for (let to = 1; to < row.length; to++) {
    if (stays[to] !== true) continue;
    const stretch = row.slice(from, to + 1);
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first === undefined || last === undefined) continue;
    const room = start(last) + extent(last) - start(first);
    const gap = (room - stretch.reduce((sum, piece) => sum + extent(piece), 0)) / (stretch.length - 1);
    let at = start(first) + extent(first) + gap;
    for (const piece of stretch.slice(1, -1)) {
      const way = Math.round(at - start(piece));
      ways.set(piece.element.id, isAcrossMap ? { x: way, y: 0 } : { x: 0, y: way });
      at += extent(piece) + gap;
    }
    from = to;
  }
  moveBy(session, elements, ways, `Space ${elements.length} cards evenly`);
}

function piecesOf(elements: readonly MapElement[]): Piece[] {
  return elements.map((element) => ({
    element,
    box: { x: element.position.x, y: element.position.y, ...cardSize(element) },
  }));
}

function isAcross(edge: Edge): boolean {
  return edge === "left" || edge === "centre" || edge === "right";
}

function coordinate({ x, y, width, height }: Box, edge: Edge): number {
  switch (edge) {
    case "left":
      return x;
    case "centre":
      return x + width / 2;
    case "right":
      return x + width;
    case "top":
      return y;
    case "middle":
      return y + height / 2;
    case "bottom":
      return y + height;
  }
}

function lineFor(pieces: readonly Piece[], edge: Edge): number {
  const locked = pieces.find(({ element }) => isLocked(element));
  if (locked !== undefined) return coordinate(locked.box, edge);
  const all = pieces.map(({ box }) => coordinate(box, edge));
  if (edge === "left" || edge === "top") return Math.min(...all);
  if (edge === "right" || edge === "bottom") return Math.max(...all);
  const from = Math.min(...pieces.map(({ box }) => coordinate(box, edge === "centre" ? "left" : "top")));
  const to = Math.max(...pieces.map(({ box }) => coordinate(box, edge === "centre" ? "right" : "bottom")));
  return (from + to) / 2;
}

/** Moves elements, and what lies in the places among them. */
function moveBy(
  session: MapSession,
  elements: readonly MapElement[],
  ways: ReadonlyMap<string, Point>,
  label: string,
): void {
  const { map, elementById } = session.snapshots.get();
  const free = elements.filter((element) => !isLocked(element));
  if (free.length === 0) {
    sayLocked(session, elements);
    return;
  }
  session.perform(label, (editor) => {
    for (const { id } of free) {
      const way = ways.get(id);
      if (way === undefined || (way.x === 0 && way.y === 0)) continue;
      const inside = withPlaceContents([id], map.elements).filter(
        (other) => other === id || !ways.has(other),
      );
      for (const moved of inside) {
        const element = elementById.get(moved);
        if (element === undefined || isLocked(element)) continue;
        const { position } = element;
        editor.setField(moved, "position", { ...position, x: position.x + way.x, y: position.y + way.y });
      }
    }
  });
}
