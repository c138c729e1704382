import type { Point } from "../model/field.ts";
import { type Box, contains } from "./box.ts";

const CELL = 64;
const OFFSET = 2 ** 25;
const COLUMN = 2 ** 26;

/** Points of many lines, found by where they lie. */
export class PointGrid {
  readonly #cells = new Map<number, { readonly line: string; readonly point: Point }[]>();

  add(line: string, points: readonly Point[]): void {
    for (const point of points) {
      const cell = cellOf(point.x, point.y);
      const entries = this.#cells.get(cell);
      if (entries === undefined) this.#cells.set(cell, [{ line, point }]);
      else entries.push({ line, point });
    }
  }

  remove(line: string, points: readonly Point[]): void {
    for (const cell of new Set(points.map((point) => cellOf(point.x, point.y)))) {
      const left = (this.#cells.get(cell) ?? []).filter((entry) => entry.line !== line);
      if (left.length === 0) this.#cells.delete(cell);
      else this.#cells.set(cell, left);
    }
  }

  clear(): void {
    this.#cells.clear();
  }

  /** How many points of other lines lie in an area (which must be small: every cell of it is visited). */
  countOthers(area: Box, line: string): number {
    let count = 0;
    const right = Math.floor((area.x + area.width) / CELL);
    const bottom = Math.floor((area.y + area.height) / CELL);
    for (let column = Math.floor(area.x / CELL); column <= right; column++) {
      for (let row = Math.floor(area.y / CELL); row <= bottom; row++) {
        for (const entry of this.#cells.get((column + OFFSET) * COLUMN + row + OFFSET) ?? []) {
          if (entry.line !== line && contains(area, entry.point)) count++;
        }
      }
    }
    return count;
  }
}

function cellOf(x: number, y: number): number {
  return (Math.floor(x / CELL) + OFFSET) * COLUMN + Math.floor(y / CELL) + OFFSET;
}
