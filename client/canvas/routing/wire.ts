import type { Side } from "../../../shared/geometry/outline.ts";
import type { RoutableElement } from "../../../shared/geometry/RelationRouter.ts";
import type { Route, RouteEnd } from "../../../shared/geometry/route.ts";
import type { Size } from "../../../shared/model/field.ts";
import type { Relation } from "../../../shared/model/relation.ts";

/** A card as the worker hears of it. */
export interface CardOnWire extends RoutableElement, Size {}

/** What has changed since the last question. */
export interface RoutingQuestion {
  readonly changedCards: readonly CardOnWire[];
  readonly goneCards: readonly string[];
  /** All relations in document order, with those that are new or different; undefined where none has changed. */
  readonly relations:
    | { readonly order: readonly string[]; readonly changed: readonly Relation[] }
    | undefined;
}

/** What is different since the last answer. */
export interface RoutingAnswer {
  readonly changed: PackedRoutes;
  readonly gone: readonly string[];
}

/** Routes as a few long lists of numbers: to clone tens of thousands of points as objects would hold up both threads. */
export interface PackedRoutes {
  readonly ids: readonly string[];
  readonly paths: readonly string[];
  /** For each route the sides at its start and its end. */
  readonly sides: readonly Side[];
  /** For each route the stroke's width, the start, straight away from it, the end, straight away from it, and the label's box, NaN where there is none. */
  readonly figures: Float64Array;
  readonly pointCounts: Uint32Array;
  readonly points: Float64Array;
}

const FIGURES = 13;

/** Packs routes for the way to the other thread. */
export function packRoutes(routes: ReadonlyMap<string, Route>): PackedRoutes {
  const all = [...routes.values()];
  const figures = new Float64Array(all.length * FIGURES);
  const points = new Float64Array(all.reduce((sum, route) => sum + 2 * route.points.length, 0));
  let at = 0;
  for (const [index, route] of all.entries()) {
    const { start, end, label, strokeWidth } = route;
    figures.set(
      [
        strokeWidth,
        ...[start, end].flatMap(({ point, outward }) => [point.x, point.y, outward.x, outward.y]),
        ...(label === undefined
          ? [Number.NaN, Number.NaN, Number.NaN, Number.NaN]
          : [label.x, label.y, label.width, label.height]),
      ],
      index * FIGURES,
    );
    for (const { x, y } of route.points) {
      points[at++] = x;
      points[at++] = y;
    }
  }
  return {
    ids: [...routes.keys()],
    paths: all.map(({ d }) => d),
    sides: all.flatMap(({ start, end }) => [start.side, end.side]),
    figures,
    pointCounts: Uint32Array.from(all, (route) => route.points.length),
    points,
  };
}

/** The routes that were packed. */
export function unpackRoutes(packed: PackedRoutes): Map<string, Route> {
  const routes = new Map<string, Route>();
  let at = 0;
  for (const [index, id] of packed.ids.entries()) {
    const figure = (place: number) => packed.figures[index * FIGURES + place] ?? 0;
    const end = (place: number, side: Side | undefined): RouteEnd => ({
      point: { x: figure(place), y: figure(place + 1) },
      side: side ?? "top",
      outward: { x: figure(place + 2), y: figure(place + 3) },
    });
    const points: { x: number; y: number }[] = [];
    for (let left = packed.pointCounts[index] ?? 0; left > 0; left--) {
      points.push({ x: packed.points[at] ?? 0, y: packed.points[at + 1] ?? 0 });
      at += 2;
    }
    const hasLabel = !Number.isNaN(figure(9));
    routes.set(id, {
      d: packed.paths[index] ?? "",
      points,
      start: end(1, packed.sides[2 * index]),
      end: end(5, packed.sides[2 * index + 1]),
      strokeWidth: figure(0),
      ...(hasLabel && {
        label: { x: figure(9), y: figure(10), width: figure(11), height: figure(12) },
      }),
    });
  }
  return routes;
}
