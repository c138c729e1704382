const BITS = 15;
const MASK = 2 ** BITS - 1;

/**
 * The key of a cell of a grid: a small whole number, since lookups by others cost many times as much. Cells that lie 2^15 columns or
 * rows apart share a key, so what is found in a cell has still to be checked for where it is; cells near each other never do.
 */
export function cellKey(column: number, row: number): number {
  return ((column & MASK) << BITS) | (row & MASK);
}
