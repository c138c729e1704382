import type { Point } from "../model/field.ts";
import type { RoutedRelation } from "./RoutedRelation.ts";

const CELL = 64;
const OFFSET = 2 ** 25;
const COLUMN = 2 ** 26;

/** A short straight piece of a line. */
interface Piece {
  readonly routed: RoutedRelation;
  readonly halfWidth: number;
  readonly from: Point;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
}

/** What a line asks of the grid. */
export interface Probe {
  readonly routed: RoutedRelation;
  readonly at: Point;
  /** Of length 1. */
  readonly heading: Point;
  readonly halfWidth: number;
}

/** Between the strokes of two lines: what is nearer hides one another. */
const GAP = 5;
/** The cosine of the angle below which two lines run side by side. */
const ALONGSIDE = 0.9;
const WIDEST_HALF = 8;

/** The strokes of lines, found by where they run; and which lines have asked about which part of the map. */
export class StrokeGrid {
  readonly #cells = new Map<number, Piece[]>();
  readonly #askers = new Map<number, Set<RoutedRelation>>();

  add(routed: RoutedRelation, points: readonly Point[], halfWidth: number): void {
    forEachPiece(points, (from, to) => {
      const dx = to.x - from.x;
      const dy = to.y - from.y;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length === 0) return;
      const piece = { routed, halfWidth, from, dx: dx / length, dy: dy / length, length };
      const first = cellOf(from.x, from.y);
      const last = cellOf(to.x, to.y);
      this.#put(first, piece);
      if (last !== first) this.#put(last, piece);
    });
  }

  remove(routed: RoutedRelation, points: readonly Point[]): void {
    for (const cell of cellsOf(points)) {
      const left = (this.#cells.get(cell) ?? []).filter((piece) => piece.routed !== routed);
      if (left.length === 0) this.#cells.delete(cell);
      else this.#cells.set(cell, left);
    }
  }

  clear(): void {
    this.#cells.clear();
    this.#askers.clear();
  }

  /** Whether a line before the one that asks runs along beside it here. Remembers that it has asked. */
  isBesideAnother({ routed, at, heading, halfWidth }: Probe, asked: Set<number>): boolean {
    const reach = GAP + halfWidth + WIDEST_HALF;
    const right = Math.floor((at.x + reach) / CELL);
    const bottom = Math.floor((at.y + reach) / CELL);
    const top = Math.floor((at.y - reach) / CELL);
    let isBeside = false;
    for (let column = Math.floor((at.x - reach) / CELL); column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const cell = (column + OFFSET) * COLUMN + row + OFFSET;
        asked.add(cell);
        if (isBeside) continue;
        const pieces = this.#cells.get(cell);
        if (pieces === undefined) continue;
        for (const piece of pieces) {
          if (piece.routed.order >= routed.order) continue;
          if (Math.abs(piece.dx * heading.x + piece.dy * heading.y) < ALONGSIDE) continue;
          if (isNear(piece, at, GAP + halfWidth + piece.halfWidth)) {
            isBeside = true;
            break;
          }
        }
      }
    }
    return isBeside;
  }

  /** Notes which cells a line's course depends on. */
  setAsked(routed: RoutedRelation, before: ReadonlySet<number>, now: ReadonlySet<number>): void {
    for (const cell of before) if (!now.has(cell)) this.#askers.get(cell)?.delete(routed);
    for (const cell of now) {
      const askers = this.#askers.get(cell);
      if (askers === undefined) this.#askers.set(cell, new Set([routed]));
      else askers.add(routed);
    }
  }

  /** The lines that have asked about any part of the map that a line runs through. */
  forEachAsker(points: readonly Point[], visit: (routed: RoutedRelation) => void): void {
    for (const cell of cellsOf(points)) for (const routed of this.#askers.get(cell) ?? []) visit(routed);
  }

  #put(cell: number, piece: Piece): void {
    const pieces = this.#cells.get(cell);
    if (pieces === undefined) this.#cells.set(cell, [piece]);
    else pieces.push(piece);
  }
}

function isNear({ from, dx, dy, length }: Piece, { x, y }: Point, within: number): boolean {
  const along = Math.max(0, Math.min(length, (x - from.x) * dx + (y - from.y) * dy));
  const awayX = x - from.x - dx * along;
  const awayY = y - from.y - dy * along;
  return awayX * awayX + awayY * awayY < within * within;
}

function forEachPiece(points: readonly Point[], visit: (from: Point, to: Point) => void): void {
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (from !== undefined && to !== undefined) visit(from, to);
  }
}

function cellsOf(points: readonly Point[]): Set<number> {
  const cells = new Set<number>();
  for (const { x, y } of points) cells.add(cellOf(x, y));
  return cells;
}

function cellOf(x: number, y: number): number {
  return (Math.floor(x / CELL) + OFFSET) * COLUMN + Math.floor(y / CELL) + OFFSET;
}
