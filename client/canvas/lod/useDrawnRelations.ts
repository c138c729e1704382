import { useMemo } from "react";
import type { Route } from "../../../shared/geometry/route.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import type { Rect } from "../viewportFor.ts";
import { Growing } from "./Growing.ts";
import { reaching, routeBounds } from "./routeBounds.ts";
import { type DrawnAs, useNextFrame } from "./useDrawnCards.ts";
import { meets } from "./viewRegion.ts";

/** A relation that is drawn by itself, and where it runs. */
export interface DrawnRelation {
  readonly id: string;
  readonly relation: Relation;
  readonly route: Route;
}

/** A map of so many relations is drawn whole. */
const SMALL_MAP = 400;
/** A line's marks and label reach beyond the points that it runs through. */
const REACH = 120;
const LINES_A_FRAME = 20;
/** From afar the lines of what is moved or pointed at follow by themselves, but not hundreds of them. */
const MOST_OVER_PICTURE = 300;

/**
 * The relations that are drawn by themselves: all of a small map, of a large one those around the view, a few more with every frame; over a
 * picture only those that are needed or join something that is.
 */
export function useDrawnRelations({
  relations,
  routes,
  region,
  drawnAs,
  needed,
}: {
  readonly relations: readonly Relation[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly region: Rect | undefined;
  readonly drawnAs: DrawnAs;
  readonly needed: ReadonlySet<string>;
}): { readonly lines: readonly DrawnRelation[]; readonly isGrowing: boolean } {
  const isLarge = relations.length > SMALL_MAP;
  const drawn = useMemo(() => new DrawnRelations(), []);
  const growing = useMemo(() => new Growing<DrawnRelation>(LINES_A_FRAME), []);
  const wanted = useMemo(() => {
    const joinsNeeded = ({ id, from, to }: Relation) => needed.has(id) || needed.has(from) || needed.has(to);
    const area = isLarge && region !== undefined ? reaching(region, REACH) : undefined;
    const isNear = (route: Route) => area === undefined || meets(routeBounds(route), area);
    const found = drawn.of(relations, routes, (relation, route) => {
      if (drawnAs === "themselves") return isNear(route) || needed.has(relation.id);
      return joinsNeeded(relation) || (drawnAs === "before" && growing.has(relation.id));
    });
    return drawnAs === "picture" ? found.slice(0, MOST_OVER_PICTURE) : found;
  }, [drawn, growing, relations, routes, region, drawnAs, needed, isLarge]);
  const isAtOnce = !isLarge || drawnAs !== "themselves";
  const { shown, isWhole } = growing.update(wanted, isAtOnce ? () => true : (id) => needed.has(id));
  useNextFrame(!isWhole);
  return { lines: shown, isGrowing: !isWhole };
}

/** Keeps what is handed on for a relation as long as its route is the same. */
class DrawnRelations {
  #kept = new Map<string, DrawnRelation>();

  of(
    relations: readonly Relation[],
    routes: ReadonlyMap<string, Route>,
    isWanted: (relation: Relation, route: Route) => boolean,
  ): DrawnRelation[] {
    const found: DrawnRelation[] = [];
    for (const relation of relations) {
      const { id } = relation;
      const route = routes.get(id);
      if (route === undefined || !isWanted(relation, route)) continue;
      const before = this.#kept.get(id);
      found.push(before?.route === route && before.relation === relation ? before : { id, relation, route });
    }
    this.#kept = new Map(found.map((one) => [one.id, one]));
    return found;
  }
}
