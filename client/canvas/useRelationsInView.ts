import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import type { Route } from "../../shared/geometry/route.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { boundsOf, type Rect } from "./viewportFor.ts";

const MOST_DRAWN_AT_ONCE = 400;
/** A line's marks and label reach beyond the points that it runs through. */
const REACH = 120;

/** A relation and where it runs. */
export interface RoutedRelation {
  readonly relation: Relation;
  readonly route: Route;
}

/**
 * The relations to draw: all of a small map; of a large one those in view or near it, worked out anew only when the view has
 * moved by half its size.
 */
export function useRelationsInView(
  relations: readonly Relation[],
  routes: ReadonlyMap<string, Route>,
): readonly RoutedRelation[] {
  const isCulled = relations.length > MOST_DRAWN_AT_ONCE;
  const key = useStore(({ transform, width, height }) =>
    isCulled ? regionKey(transform, width, height) : "",
  );
  return useMemo(() => {
    const region = key === "" ? undefined : regionOf(key);
    return relations.flatMap((relation) => {
      const route = routes.get(relation.id);
      return route !== undefined && (region === undefined || isNear(route, region))
        ? [{ relation, route }]
        : [];
    });
  }, [relations, routes, key]);
}

/** The region in steps of half its size, so that it stays the same through most of a movement. */
function regionKey(
  [x, y, zoom]: readonly [number, number, number],
  widthPx: number,
  heightPx: number,
): string {
  const scale = 2 ** Math.round(Math.log2(zoom));
  const stepX = Math.max(1, widthPx / scale / 2);
  const stepY = Math.max(1, heightPx / scale / 2);
  const left = Math.floor(-x / zoom / stepX) - 1;
  const top = Math.floor(-y / zoom / stepY) - 1;
  const right = Math.ceil((widthPx - x) / zoom / stepX) + 1;
  const bottom = Math.ceil((heightPx - y) / zoom / stepY) + 1;
  return [left * stepX, top * stepY, (right - left) * stepX, (bottom - top) * stepY].join(" ");
}

function regionOf(key: string): Rect {
  const [x = 0, y = 0, width = 0, height = 0] = key.split(" ").map(Number);
  return { x, y, width, height };
}

const boundsByRoute = new WeakMap<Route, Rect>();

function isNear(route: Route, region: Rect): boolean {
  let bounds = boundsByRoute.get(route);
  if (bounds === undefined) {
    bounds = boundsOf(route.points.map((point) => ({ ...point, width: 0, height: 0 }))) ?? region;
    boundsByRoute.set(route, bounds);
  }
  return (
    bounds.x - REACH < region.x + region.width &&
    region.x < bounds.x + bounds.width + REACH &&
    bounds.y - REACH < region.y + region.height &&
    region.y < bounds.y + bounds.height + REACH
  );
}
