import { drawnEnds } from "../../../shared/geometry/PairGroup.ts";
import { coordinate } from "../../../shared/geometry/pathData.ts";
import type { Route, RouteEnd } from "../../../shared/geometry/route.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Point } from "../../../shared/model/field.ts";
import type { Relation } from "../../../shared/model/relation.ts";

/** Where cards stood when routes were worked out, by their ids. */
export type CardsRouted = ReadonlyMap<string, { readonly position: Point }>;

interface Carried {
  readonly from: Route;
  readonly start: Point;
  readonly end: Point;
  readonly route: Route;
}

const STILL: Point = { x: 0, y: 0 };

/** Keeps lines on their cards: while a card is moved, its routes are bent along with it until others have been worked out. */
export class CarriedRoutes {
  #carried = new Map<string, Carried>();
  #known: ReadonlyMap<string, Route> | undefined;
  #result: ReadonlyMap<string, Route> | undefined;
  #indexed:
    | { readonly relations: readonly Relation[]; readonly byCard: ReadonlyMap<string, readonly Relation[]> }
    | undefined;

  /**
   * The known routes, those of cards that stand elsewhere now bent to where they stand; the known map itself where there are none. What
   * has not moved on since the last call keeps its identity.
   */
  carry(
    known: ReadonlyMap<string, Route>,
    cards: CardsRouted,
    live: readonly MapElement[],
    relations: readonly Relation[],
  ): ReadonlyMap<string, Route> {
    const moved = movesOf(cards, live);
    if (moved.size === 0) {
      this.#carried.clear();
      this.#result = undefined;
      return known;
    }
    const carried = new Map<string, Carried>();
    let isSame = known === this.#known;
    const byCard = this.#relationsByCard(relations);
    for (const relation of new Set([...moved.keys()].flatMap((id) => byCard.get(id) ?? []))) {
      const from = known.get(relation.id);
      if (from === undefined) continue;
      const { startId, endId } = drawnEnds(relation);
      const start = moved.get(startId) ?? STILL;
      const end = moved.get(endId) ?? STILL;
      const before = this.#carried.get(relation.id);
      const isStill = before?.from === from && isAt(before.start, start) && isAt(before.end, end);
      isSame &&= isStill;
      carried.set(relation.id, isStill ? before : { from, start, end, route: bent(from, start, end) });
    }
    isSame &&= carried.size === this.#carried.size;
    this.#carried = carried;
    this.#known = known;
    if (isSame && this.#result !== undefined) return this.#result;
    const result = new Map(known);
    for (const [id, { route }] of carried) result.set(id, route);
    this.#result = result;
    return result;
  }

  /** Of thousands of relations a moved card has a few: they are looked up, not sought. */
  #relationsByCard(relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
    if (this.#indexed?.relations === relations) return this.#indexed.byCard;
    const byCard = new Map<string, Relation[]>();
    for (const relation of relations)
      for (const id of [relation.from, relation.to]) {
        const known = byCard.get(id);
        if (known === undefined) byCard.set(id, [relation]);
        else known.push(relation);
      }
    this.#indexed = { relations, byCard };
    return byCard;
  }
}

function movesOf(cards: CardsRouted, live: readonly MapElement[]): Map<string, Point> {
  const moves = new Map<string, Point>();
  for (const { id, position } of live) {
    const before = cards.get(id)?.position;
    if (before !== undefined && !isAt(before, position))
      moves.set(id, { x: position.x - before.x, y: position.y - before.y });
  }
  return moves;
}

function isAt(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

/** A route whose ends go so far each; what lies between goes along in proportion. */
function bent(route: Route, start: Point, end: Point): Route {
  const at = (point: Point, share: number): Point => ({
    x: point.x + start.x + (end.x - start.x) * share,
    y: point.y + start.y + (end.y - start.y) * share,
  });
  const { d, points, label } = route;
  const shares = sharesAlong(points);
  return {
    ...route,
    d: bentPath(d, at),
    points: points.map((point, index) => at(point, shares[index] ?? 0)),
    start: movedEnd(route.start, start),
    end: movedEnd(route.end, end),
    ...(label !== undefined && { label: { ...label, ...at(label, shareAtLabel(route, shares)) } }),
  };
}

function movedEnd(end: RouteEnd, by: Point): RouteEnd {
  return { ...end, point: { x: end.point.x + by.x, y: end.point.y + by.y } };
}

/** How far along a line each of its points lies, from 0 to 1. */
function sharesAlong(points: readonly Point[]): readonly number[] {
  let sum = 0;
  const lengths = points.map((point, index) => {
    const before = points[index - 1] ?? point;
    sum += Math.hypot(point.x - before.x, point.y - before.y);
    return sum;
  });
  return lengths.map((length) => (sum === 0 ? 0 : length / sum));
}

function shareAtLabel({ label, points }: Route, shares: readonly number[]): number {
  if (label === undefined) return 0;
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, point] of points.entries()) {
    const distance = Math.hypot(point.x - middle.x, point.y - middle.y);
    if (distance >= least) continue;
    least = distance;
    nearest = index;
  }
  return shares[nearest] ?? 0;
}

const PAIR = /(-?[\d.]+) (-?[\d.]+)/g;

/** Path data made of points (M, L and C), each moved by how far along it stands. */
function bentPath(d: string, at: (point: Point, share: number) => Point): string {
  const last = Math.max(1, (d.match(PAIR)?.length ?? 0) - 1);
  let index = 0;
  return d.replace(PAIR, (_, x: string, y: string) => {
    const point = at({ x: Number(x), y: Number(y) }, index++ / last);
    return `${coordinate(point.x)} ${coordinate(point.y)}`;
  });
}
