import type { Point } from "../model/field.ts";
import { type Box, grown, intersects, meets, union } from "./box.ts";

/** A line that comes nearer than this to a card is too near it. In map units. */
export const CLEARANCE = 20;

interface TriedLine {
  readonly points: readonly Point[];
  readonly bounds: Box;
}

/** What was looked at when ways were chosen. A card that comes, goes or moves somewhere else has no bearing on the choice. */
export class Considered {
  #bounds: Box | undefined;
  readonly #areas: Box[] = [];
  readonly #lines: TriedLine[] = [];

  /** Every card in an area was looked at. */
  addArea(area: Box): void {
    this.#areas.push(area);
    this.#grow(area);
  }

  /** Of the cards, only those counted that a line comes too near. */
  addLine(line: TriedLine): void {
    this.#lines.push(line);
    this.#grow(grown(line.bounds, CLEARANCE));
  }

  /** Whether a card with this box has a bearing on the choice. */
  concerns(box: Box): boolean {
    if (this.#bounds === undefined || !intersects(this.#bounds, box)) return false;
    if (this.#areas.some((area) => intersects(area, box))) return true;
    const near = grown(box, CLEARANCE);
    return this.#lines.some(({ points, bounds }) => intersects(bounds, near) && meets(points, near));
  }

  #grow(area: Box): void {
    this.#bounds = this.#bounds === undefined ? area : union(this.#bounds, area);
  }
}
