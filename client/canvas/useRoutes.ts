import { useMemo } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { RelationRouter } from "../../shared/geometry/RelationRouter.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";

/**
 * Where the relations are drawn now. Only what a change touches is routed again, and the other routes keep their identity.
 * `live` are the same elements as `elements`, where they stand on the screen: a card that is being moved keeps its size.
 */
export function useRoutes(
  elements: readonly MapElement[],
  live: readonly MapElement[],
  relations: readonly Relation[],
): ReadonlyMap<string, Route> {
  const router = useMemo(() => new RelationRouter(), []);
  const sizes = useMemo(
    () => new Map(elements.map((element) => [element.id, cardSize(element)])),
    [elements],
  );
  return useMemo(() => router.update(live, relations, sizes), [router, live, relations, sizes]);
}
