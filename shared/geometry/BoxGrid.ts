import { type Box, intersects } from "./box.ts";
import { cellKey } from "./cellKey.ts";

const CELL = 256;
/** A box or a question that covers more cells than this is looked up one by one: it would fill the grid. */
const MAX_CELLS = 1_024;

interface Entry<K> {
  readonly key: K;
  readonly box: Box;
  /** The question that last came upon it: a box in several cells is reported once. */
  seenBy: number;
}

/** Boxes by key, found by where they lie. */
export class BoxGrid<K> {
  readonly #entries = new Map<K, Entry<K>>();
  readonly #cells = new Map<number, Entry<K>[]>();
  readonly #large = new Set<Entry<K>>();
  #question = 0;

  set(key: K, box: Box): void {
    this.delete(key);
    const entry = { key, box, seenBy: 0 };
    this.#entries.set(key, entry);
    if (isLarge(box)) this.#large.add(entry);
    else forEachCell(box, (cell) => this.#addTo(cell, entry));
  }

  delete(key: K): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    if (this.#large.delete(entry)) return;
    forEachCell(entry.box, (cell) => {
      const left = (this.#cells.get(cell) ?? []).filter((other) => other !== entry);
      if (left.length === 0) this.#cells.delete(cell);
      else this.#cells.set(cell, left);
    });
  }

  clear(): void {
    this.#entries.clear();
    this.#cells.clear();
    this.#large.clear();
  }

  /** Calls back for every box that meets an area, in no particular order, each once. Not to be changed or asked again meanwhile. */
  forEachIn(area: Box, visit: (key: K, box: Box) => void): void {
    if (isLarge(area)) {
      for (const { key, box } of this.#entries.values()) if (intersects(box, area)) visit(key, box);
      return;
    }
    this.#question++;
    const right = Math.floor((area.x + area.width) / CELL);
    const bottom = Math.floor((area.y + area.height) / CELL);
    const top = Math.floor(area.y / CELL);
    for (let column = Math.floor(area.x / CELL); column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const entries = this.#cells.get(cellKey(column, row));
        if (entries !== undefined) for (const entry of entries) this.#offer(entry, area, visit);
      }
    }
    if (this.#large.size > 0) for (const entry of this.#large) this.#offer(entry, area, visit);
  }

  #addTo(cell: number, entry: Entry<K>): void {
    const entries = this.#cells.get(cell);
    if (entries === undefined) this.#cells.set(cell, [entry]);
    else entries.push(entry);
  }

  #offer(entry: Entry<K>, area: Box, visit: (key: K, box: Box) => void): void {
    if (entry.seenBy === this.#question) return;
    entry.seenBy = this.#question;
    if (intersects(entry.box, area)) visit(entry.key, entry.box);
  }
}

function isLarge({ x, y, width, height }: Box): boolean {
  const columns = Math.floor((x + width) / CELL) - Math.floor(x / CELL) + 1;
  const rows = Math.floor((y + height) / CELL) - Math.floor(y / CELL) + 1;
  return columns * rows > MAX_CELLS;
}

function forEachCell({ x, y, width, height }: Box, visit: (cell: number) => void): void {
  const right = Math.floor((x + width) / CELL);
  const bottom = Math.floor((y + height) / CELL);
  const top = Math.floor(y / CELL);
  for (let column = Math.floor(x / CELL); column <= right; column++) {
    for (let row = top; row <= bottom; row++) visit(cellKey(column, row));
  }
}
