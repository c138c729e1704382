import { type Box, intersects } from "./box.ts";

const CELL = 256;
const OFFSET = 2 ** 25;
const COLUMN = 2 ** 26;
/** A box or a question that covers more cells than this is looked up one by one: it would fill the grid. */
const MAX_CELLS = 1_024;

/** Boxes by key, found by where they lie. */
export class BoxGrid<K> {
  readonly #boxes = new Map<K, Box>();
  readonly #cells = new Map<number, Set<K>>();
  readonly #large = new Set<K>();

  get(key: K): Box | undefined {
    return this.#boxes.get(key);
  }

  set(key: K, box: Box): void {
    this.delete(key);
    this.#boxes.set(key, box);
    const cells = cellsOf(box);
    if (cells === undefined) {
      this.#large.add(key);
      return;
    }
    for (const cell of cells) {
      const keys = this.#cells.get(cell);
      if (keys === undefined) this.#cells.set(cell, new Set([key]));
      else keys.add(key);
    }
  }

  delete(key: K): void {
    const box = this.#boxes.get(key);
    if (box === undefined) return;
    this.#boxes.delete(key);
    if (this.#large.delete(key)) return;
    for (const cell of cellsOf(box) ?? []) {
      const keys = this.#cells.get(cell);
      keys?.delete(key);
      if (keys?.size === 0) this.#cells.delete(cell);
    }
  }

  clear(): void {
    this.#boxes.clear();
    this.#cells.clear();
    this.#large.clear();
  }

  /** Calls back for every box that meets an area, in no particular order, each once. */
  forEachIn(area: Box, visit: (key: K, box: Box) => void): void {
    const cells = cellsOf(area);
    if (cells === undefined) {
      for (const [key, box] of this.#boxes) if (intersects(box, area)) visit(key, box);
      return;
    }
    const seen = cells.length > 1 ? new Set<K>() : undefined;
    const offer = (key: K) => {
      if (seen?.has(key)) return;
      seen?.add(key);
      const box = this.#boxes.get(key);
      if (box !== undefined && intersects(box, area)) visit(key, box);
    };
    for (const cell of cells) for (const key of this.#cells.get(cell) ?? []) offer(key);
    for (const key of this.#large) offer(key);
  }
}

function cellsOf(box: Box): number[] | undefined {
  const left = Math.floor(box.x / CELL);
  const right = Math.floor((box.x + box.width) / CELL);
  const top = Math.floor(box.y / CELL);
  const bottom = Math.floor((box.y + box.height) / CELL);
  if ((right - left + 1) * (bottom - top + 1) > MAX_CELLS) return undefined;
  const cells: number[] = [];
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) cells.push((column + OFFSET) * COLUMN + row + OFFSET);
  }
  return cells;
}
