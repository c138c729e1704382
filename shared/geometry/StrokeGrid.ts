import { cellKey } from "./cellKey.ts";
import type { Polyline } from "./polyline.ts";
import type { RoutedRelation } from "./RoutedRelation.ts";

const CELL = 64;

/**
 * The short straight pieces of lines in a cell: whose each is, and its figures one after another: where it begins (x, y), its heading (x, y), its
 * length and half its width. There are hundreds of thousands: no object for each.
 */
interface Cell {
  owners: RoutedRelation[];
  figures: number[];
}

const FIGURES = 6;

/** Between the strokes of two lines: what is nearer hides one another. */
const GAP = 5;
/** The cosine of the angle below which two lines run side by side. */
const ALONGSIDE = 0.9;
const WIDEST_HALF = 8;

/** The strokes of lines, found by where they run; and which lines have asked about which part of the map. */
export class StrokeGrid {
  readonly #cells = new Map<number, Cell>();
  readonly #askers = new Map<number, Set<RoutedRelation>>();

  add(routed: RoutedRelation, trace: Polyline, halfWidth: number): void {
    for (let index = 2; index < trace.length; index += 2) {
      const fromX = trace[index - 2] ?? 0;
      const fromY = trace[index - 1] ?? 0;
      const toX = trace[index] ?? 0;
      const toY = trace[index + 1] ?? 0;
      const dx = toX - fromX;
      const dy = toY - fromY;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length === 0) continue;
      const first = cellOf(fromX, fromY);
      const last = cellOf(toX, toY);
      for (const key of first === last ? [first] : [first, last]) {
        const { owners, figures } = this.#cell(key);
        owners.push(routed);
        figures.push(fromX, fromY, dx / length, dy / length, length, halfWidth);
      }
    }
  }

  remove(routed: RoutedRelation, trace: Polyline): void {
    for (const key of cellsOf(trace)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) continue;
      const { owners, figures } = cell;
      cell.owners = owners.filter((owner) => owner !== routed);
      cell.figures = figures.filter((_, index) => owners[Math.floor(index / FIGURES)] !== routed);
      if (cell.owners.length === 0) this.#cells.delete(key);
    }
  }

  clear(): void {
    this.#cells.clear();
    this.#askers.clear();
  }

  /**
   * Over what length a line would run along beside lines before it; of one over the limit or more, only that it does. Remembers where
   * it has asked.
   */
  hiddenLength(
    routed: RoutedRelation,
    trace: Polyline,
    halfWidth: number,
    asked: Set<number>,
    limit: number,
  ): number {
    const reach = GAP + halfWidth + WIDEST_HALF;
    let hidden = 0;
    for (let index = 2; index < trace.length && hidden < limit; index += 2) {
      const fromX = trace[index - 2] ?? 0;
      const fromY = trace[index - 1] ?? 0;
      const toX = trace[index] ?? 0;
      const toY = trace[index + 1] ?? 0;
      const dx = toX - fromX;
      const dy = toY - fromY;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length === 0) continue;
      const x = (fromX + toX) / 2;
      const y = (fromY + toY) / 2;
      if (this.#isBesideAnother(routed.order, x, y, dx / length, dy / length, GAP + halfWidth, reach, asked))
        hidden += length;
    }
    return hidden;
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
  forEachAsker(trace: Polyline, visit: (routed: RoutedRelation) => void): void {
    for (const cell of cellsOf(trace)) for (const routed of this.#askers.get(cell) ?? []) visit(routed);
  }

  /** Its arguments are numbers: it is asked a million times for a large map, and an object for each would cost more than the answer. */
  #isBesideAnother(
    order: number,
    x: number,
    y: number,
    headingX: number,
    headingY: number,
    gap: number,
    reach: number,
    asked: Set<number>,
  ): boolean {
    const right = Math.floor((x + reach) / CELL);
    const bottom = Math.floor((y + reach) / CELL);
    const top = Math.floor((y - reach) / CELL);
    for (let column = Math.floor((x - reach) / CELL); column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const key = cellKey(column, row);
        asked.add(key);
        const cell = this.#cells.get(key);
        if (cell !== undefined && hasBeside(cell, order, x, y, headingX, headingY, gap)) return true;
      }
    }
    return false;
  }

  #cell(key: number): Cell {
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const cell = { owners: [], figures: [] };
    this.#cells.set(key, cell);
    return cell;
  }
}

/** Whether a piece in a cell, of a line before the one that asks, runs along beside a point with a heading. */
function hasBeside(
  { owners, figures }: Cell,
  order: number,
  x: number,
  y: number,
  headingX: number,
  headingY: number,
  gap: number,
): boolean {
  for (let index = 0; index < owners.length; index++) {
    const first = FIGURES * index;
    const dx = figures[first + 2] ?? 0;
    const dy = figures[first + 3] ?? 0;
    if (Math.abs(dx * headingX + dy * headingY) < ALONGSIDE) continue;
    const fromX = x - (figures[first] ?? 0);
    const fromY = y - (figures[first + 1] ?? 0);
    const along = Math.max(0, Math.min(figures[first + 4] ?? 0, fromX * dx + fromY * dy));
    const awayX = fromX - dx * along;
    const awayY = fromY - dy * along;
    const within = gap + (figures[first + 5] ?? 0);
    if (awayX * awayX + awayY * awayY < within * within && (owners[index]?.order ?? order) < order)
      return true;
  }
  return false;
}

function cellsOf(trace: Polyline): Set<number> {
  const cells = new Set<number>();
  for (let index = 0; index < trace.length; index += 2)
    cells.add(cellOf(trace[index] ?? 0, trace[index + 1] ?? 0));
  return cells;
}

function cellOf(x: number, y: number): number {
  return cellKey(Math.floor(x / CELL), Math.floor(y / CELL));
}
