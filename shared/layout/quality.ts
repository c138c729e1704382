import { cardSize } from "../drawing/cardSize.ts";
import { BoxGrid } from "../geometry/BoxGrid.ts";
import { type Box, boundsOf, grown, intersects, lineMeets } from "../geometry/box.ts";
import type { Route } from "../geometry/route.ts";
import { routeRelations } from "../geometry/routeRelations.ts";
import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";

/** How easily a map is read: how often what is drawn gets in the way of something else. */
export interface MapQuality {
  readonly cardsOverlapping: number;
  readonly crossings: number;
  /** Lines that pass behind a card which they do not belong to. */
  readonly linesBehindCards: number;
  readonly labelsOnCards: number;
  readonly labelsOnLabels: number;
  /** In map units. */
  readonly lineLength: number;
  /** All of it in one figure; smaller is better. */
  readonly cost: number;
}

/** Measures a map as it would be drawn. */
export function qualityOf(elements: readonly MapElement[], relations: readonly Relation[]): MapQuality {
  const sizes = new Map(elements.map((element) => [element.id, cardSize(element)]));
  const boxes = new Map<string, Box>();
  for (const element of elements) {
    const size = sizes.get(element.id);
    if (element.type !== "place" && size !== undefined)
      boxes.set(element.id, { x: element.position.x, y: element.position.y, ...size });
  }
  const routes = routeRelations(elements, relations, sizes);
  const cards = new BoxGrid<string>();
  for (const [id, box] of boxes) cards.set(id, box);
  const cardsOverlapping = overlapsAmong([...boxes.values()]);
  const crossings = crossingsOf([...routes.values()]);
  const linesBehindCards = countBehind(relations, routes, cards);
  const labels = [...routes.values()].flatMap(({ label }) => label ?? []);
  let labelsOnCards = 0;
  for (const label of labels) {
    cards.forEachIn(label, () => {
      labelsOnCards += 1;
    });
  }
  const labelsOnLabels = overlapsAmong(labels);
  const lineLength = [...routes.values()].reduce((sum, { points }) => sum + lengthOf(points), 0);
  const cost =
    100 * cardsOverlapping +
    4 * linesBehindCards +
    3 * labelsOnCards +
    3 * labelsOnLabels +
    crossings +
    lineLength / 1000;
  return { cardsOverlapping, crossings, linesBehindCards, labelsOnCards, labelsOnLabels, lineLength, cost };
}

function overlapsAmong(boxes: readonly Box[]): number {
  const grid = new BoxGrid<number>();
  let overlaps = 0;
  for (const [index, box] of boxes.entries()) {
    grid.forEachIn(box, () => {
      overlaps += 1;
    });
    grid.set(index, box);
  }
  return overlaps;
}

function countBehind(
  relations: readonly Relation[],
  routes: ReadonlyMap<string, Route>,
  cards: BoxGrid<string>,
): number {
  let count = 0;
  for (const { id, from, to } of relations) {
    const points = routes.get(id)?.points ?? [];
    const bounds = boundsOf(points);
    if (bounds === undefined) continue;
    cards.forEachIn(bounds, (card, box) => {
      if (card === from || card === to) return;
      const inner = grown(box, -2);
      if (points.some((point, index) => index > 0 && lineMeets(points[index - 1] ?? point, point, inner)))
        count += 1;
    });
  }
  return count;
}

interface Piece {
  readonly route: number;
  readonly from: Point;
  readonly to: Point;
}

function crossingsOf(routes: readonly Route[]): number {
  const grid = new BoxGrid<Piece>();
  const crossed = new Set<string>();
  for (const [route, { points }] of routes.entries()) {
    const pieces: [Piece, Box][] = [];
    for (let index = 1; index < points.length; index++) {
      const from = points[index - 1];
      const to = points[index];
      const bounds = from === undefined || to === undefined ? undefined : boundsOf([from, to]);
      if (from !== undefined && to !== undefined && bounds !== undefined)
        pieces.push([{ route, from, to }, grown(bounds, 0.5)]);
    }
    for (const [piece, bounds] of pieces) {
      grid.forEachIn(bounds, (other, box) => {
        if (intersects(bounds, box) && crosses(piece, other)) crossed.add(`${other.route} ${route}`);
      });
    }
    for (const [piece, bounds] of pieces) grid.set(piece, bounds);
  }
  return crossed.size;
}

function crosses(a: Piece, b: Piece): boolean {
  const side = (from: Point, to: Point, at: Point) =>
    Math.sign((to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x));
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  );
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);
}
