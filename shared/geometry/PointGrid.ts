import type { Box } from "./box.ts";
import { cellKey } from "./cellKey.ts";
import type { Polyline } from "./polyline.ts";

const CELL = 64;

/** The points in a cell: whose each is, and their coordinates one after another. There are hundreds of thousands: no object for each. */
interface Cell {
  lines: string[];
  coordinates: number[];
}

/** Points of many lines, found by where they lie. */
export class PointGrid {
  readonly #cells = new Map<number, Cell>();

  add(line: string, trace: Polyline): void {
    for (let index = 0; index < trace.length; index += 2) {
      const x = trace[index] ?? 0;
      const y = trace[index + 1] ?? 0;
      const key = cellOf(x, y);
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, { lines: [line], coordinates: [x, y] });
      else {
        cell.lines.push(line);
        cell.coordinates.push(x, y);
      }
    }
  }

  remove(line: string, trace: Polyline): void {
    for (let index = 0; index < trace.length; index += 2) {
      const key = cellOf(trace[index] ?? 0, trace[index + 1] ?? 0);
      const cell = this.#cells.get(key);
      if (cell === undefined) continue;
      const { lines, coordinates } = cell;
      if (!lines.includes(line)) continue;
      cell.lines = lines.filter((other) => other !== line);
      cell.coordinates = coordinates.filter((_, index) => lines[index >> 1] !== line);
      if (cell.lines.length === 0) this.#cells.delete(key);
    }
  }

  clear(): void {
    this.#cells.clear();
  }

  /** How many points of other lines lie in an area (which must be small: every cell of it is visited). */
  countOthers(area: Box, line: string): number {
    let count = 0;
    const right = area.x + area.width;
    const bottom = area.y + area.height;
    const lastColumn = Math.floor(right / CELL);
    const lastRow = Math.floor(bottom / CELL);
    for (let column = Math.floor(area.x / CELL); column <= lastColumn; column++) {
      for (let row = Math.floor(area.y / CELL); row <= lastRow; row++) {
        const cell = this.#cells.get(cellKey(column, row));
        if (cell === undefined) continue;
        const { lines, coordinates } = cell;
        for (let index = 0; index < lines.length; index++) {
          const x = coordinates[2 * index] ?? 0;
          const y = coordinates[2 * index + 1] ?? 0;
          if (x > area.x && x < right && y > area.y && y < bottom && lines[index] !== line) count++;
        }
      }
    }
    return count;
  }
}

function cellOf(x: number, y: number): number {
  return cellKey(Math.floor(x / CELL), Math.floor(y / CELL));
}
