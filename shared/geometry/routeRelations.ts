import type { Size } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";
import { RelationRouter, type RoutableElement } from "./RelationRouter.ts";
import type { Route } from "./route.ts";

/**
 * Where every relation is drawn whose two ends are among the elements and have a size: sides that suit, anchors spread, several
 * relations between the same two fanned out, around cards where there is a way, labels off cards and off each other. For a
 * map that changes keep a `RelationRouter` instead.
 */
export function routeRelations(
  elements: readonly RoutableElement[],
  relations: readonly Relation[],
  sizes: ReadonlyMap<string, Size>,
): ReadonlyMap<string, Route> {
  return new RelationRouter().update(elements, relations, sizes);
}
