import { type Box, grown, intersects, union } from "./box.ts";
import type { Curve } from "./curve.ts";
import { polylineMeets, polylineOf } from "./polyline.ts";

/** A line that comes nearer than this to a card is too near it. In map units. */
export const CLEARANCE = 20;
/** Into so many straight pieces each curve is cut to see what it comes near. */
export const STEPS = 12;

const BOUNDS = 4;
const SEGMENT = 6;

/** What was looked at when ways were chosen. A card that comes, goes or moves somewhere else has no bearing on the choice. */
export class Considered {
  #bounds: Box | undefined;
  readonly #areas: Box[] = [];
  /**
   * Of each line that was tried how many pieces it has, what it lies in, and its points, one after another: a large map has
   * more than a hundred thousand of them.
   */
  readonly #curves: number[] = [];
  #crowd: { readonly area: Box; spare: number } | undefined;

  /** Every card in an area was looked at. */
  addArea(area: Box): void {
    this.#areas.push(area);
    this.#grow(area);
  }

  /** In this area it counted how many cards there are, and so many may come or go before that is another thing. */
  addCrowd(area: Box, spare: number): void {
    this.#crowd = { area, spare };
    this.#grow(area);
  }

  /** Of the cards, only those counted that a line comes too near. */
  addLine({ start, segments }: Curve, bounds: Box): void {
    const curves = this.#curves;
    curves.push(segments.length, bounds.x, bounds.y, bounds.width, bounds.height, start.x, start.y);
    for (const [one, other, end] of segments) curves.push(one.x, one.y, other.x, other.y, end.x, end.y);
    this.#grow(grown(bounds, CLEARANCE));
  }

  /** Whether a card that comes or goes, with this box, has a bearing on the choice. To be asked once for each that does. */
  concerns(box: Box): boolean {
    if (this.#bounds === undefined || !intersects(this.#bounds, box)) return false;
    if (this.#areas.some((area) => intersects(area, box))) return true;
    if (this.#crowd !== undefined && intersects(this.#crowd.area, box)) this.#crowd.spare -= 1;
    if (this.#crowd !== undefined && this.#crowd.spare < 0) return true;
    return this.#hasLineNear(grown(box, CLEARANCE));
  }

  #hasLineNear(near: Box): boolean {
    const right = near.x + near.width;
    const bottom = near.y + near.height;
    const figure = (index: number) => this.#curves[index] ?? 0;
    for (let at = 0; at < this.#curves.length; ) {
      const pieces = figure(at);
      const isAround =
        figure(at + 1) < right &&
        near.x < figure(at + 1) + figure(at + 3) &&
        figure(at + 2) < bottom &&
        near.y < figure(at + 2) + figure(at + 4);
      if (isAround && polylineMeets(polylineOf(this.#curveAt(at + 1 + BOUNDS, pieces), STEPS), near))
        return true;
      at += 1 + BOUNDS + 2 + pieces * SEGMENT;
    }
    return false;
  }

  #curveAt(from: number, pieces: number): Curve {
    const point = (index: number) => ({ x: this.#curves[index] ?? 0, y: this.#curves[index + 1] ?? 0 });
    const segments = Array.from({ length: pieces }, (_, index) => {
      const first = from + 2 + index * SEGMENT;
      return [point(first), point(first + 2), point(first + 4)] as const;
    });
    return { start: point(from), segments };
  }

  #grow(area: Box): void {
    this.#bounds = this.#bounds === undefined ? area : union(this.#bounds, area);
  }
}
