/** Cards keep to a grid of this many units. */
export const GRID = 4;

/** The nearest point of the grid. */
export function toGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}
