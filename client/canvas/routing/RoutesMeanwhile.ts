import { relationLook } from "../../../shared/drawing/relationLook.ts";
import { anchorPoint } from "../../../shared/geometry/anchors.ts";
import { outwardFrom } from "../../../shared/geometry/curve.ts";
import type { Side } from "../../../shared/geometry/outline.ts";
import { drawnEnds } from "../../../shared/geometry/PairGroup.ts";
import type { Route, RoutedCard, RouteEnd } from "../../../shared/geometry/route.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Size } from "../../../shared/model/field.ts";
import type { Relation } from "../../../shared/model/relation.ts";

interface Straight {
  readonly route: Route;
  readonly from: MapElement;
  readonly to: MapElement;
}

/** Straight lines for relations whose route is still being worked out: a map is there at once, and its lines find their ways after it. */
export class RoutesMeanwhile {
  #straight = new Map<string, Straight>();
  #result: ReadonlyMap<string, Route> | undefined;
  #known: ReadonlyMap<string, Route> | undefined;

  /** The known routes, and straight ones for the other relations; the known map itself where none is missing and none is left over. */
  fill(
    known: ReadonlyMap<string, Route>,
    live: readonly MapElement[],
    relations: readonly Relation[],
    sizes: ReadonlyMap<string, Size>,
  ): ReadonlyMap<string, Route> {
    const missing = relations.filter(({ id }) => !known.has(id));
    if (missing.length === 0) {
      this.#straight.clear();
      this.#result = undefined;
      return known;
    }
    const elementById = new Map(live.map((element) => [element.id, element]));
    const straight = new Map<string, Straight>();
    for (const relation of missing) {
      const { startId, endId } = drawnEnds(relation);
      const [from, to] = [elementById.get(startId), elementById.get(endId)];
      if (from === undefined || to === undefined) continue;
      const before = this.#straight.get(relation.id);
      if (before?.from === from && before.to === to) straight.set(relation.id, before);
      else {
        const route = straightRoute(relation, cardOf(from, sizes), cardOf(to, sizes));
        straight.set(relation.id, { route, from, to });
      }
    }
    const isSame = known === this.#known && sameRoutes(this.#straight, straight);
    this.#straight = straight;
    this.#known = known;
    if (!isSame || this.#result === undefined) {
      this.#result = new Map([...known, ...[...straight].map(([id, { route }]) => [id, route] as const)]);
    }
    return this.#result;
  }
}

function sameRoutes(one: ReadonlyMap<string, Straight>, other: ReadonlyMap<string, Straight>): boolean {
  if (one.size !== other.size) return false;
  for (const [id, { route }] of other) if (one.get(id)?.route !== route) return false;
  return true;
}

function cardOf({ id, type, position }: MapElement, sizes: ReadonlyMap<string, Size>): RoutedCard {
  const { width, height } = sizes.get(id) ?? { width: 0, height: 0 };
  return { id, type, box: { x: position.x, y: position.y, width, height } };
}

function straightRoute(relation: Relation, from: RoutedCard, to: RoutedCard): Route {
  const dx = to.box.x + to.box.width / 2 - from.box.x - from.box.width / 2;
  const dy = to.box.y + to.box.height / 2 - from.box.y - from.box.height / 2;
  const isAcross = Math.abs(dx) > Math.abs(dy);
  const start = endAt(from, isAcross ? (dx > 0 ? "right" : "left") : dy > 0 ? "bottom" : "top");
  const end = endAt(to, isAcross ? (dx > 0 ? "left" : "right") : dy > 0 ? "top" : "bottom");
  const points = [start.point, end.point];
  const d = `M${start.point.x} ${start.point.y} L${end.point.x} ${end.point.y}`;
  return { d, points, start, end, strokeWidth: relationLook(relation).strokeWidth };
}

function endAt(card: RoutedCard, side: Side): RouteEnd {
  const { width, height } = card.box;
  const along = (side === "top" || side === "bottom" ? width : height) / 2;
  return { point: anchorPoint(card, side, along), side, outward: outwardFrom(side) };
}
