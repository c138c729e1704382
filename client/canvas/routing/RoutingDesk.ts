import { RelationRouter } from "../../../shared/geometry/RelationRouter.ts";
import type { Route } from "../../../shared/geometry/route.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { type CardOnWire, packRoutes, type RoutingAnswer, type RoutingQuestion } from "./wire.ts";

/** The worker's side of routing: keeps the map as far as it bears on routes, and answers with what has become different. */
export class RoutingDesk {
  readonly #router = new RelationRouter();
  readonly #cards = new Map<string, CardOnWire>();
  #relations: readonly Relation[] = [];
  #routes: ReadonlyMap<string, Route> = new Map();

  answer({ changedCards, goneCards, relations }: RoutingQuestion): RoutingAnswer {
    for (const card of changedCards) this.#cards.set(card.id, card);
    for (const id of goneCards) this.#cards.delete(id);
    if (relations !== undefined) this.#takeRelations(relations);
    const before = this.#routes;
    this.#routes = this.#router.update([...this.#cards.values()], this.#relations, this.#cards);
    const changed = new Map<string, Route>();
    for (const [id, route] of this.#routes) if (before.get(id) !== route) changed.set(id, route);
    const gone = [...before.keys()].filter((id) => !this.#routes.has(id));
    return { changed: packRoutes(changed), gone };
  }

  #takeRelations({ order, changed }: NonNullable<RoutingQuestion["relations"]>): void {
    const byId = new Map([...this.#relations, ...changed].map((relation) => [relation.id, relation]));
    this.#relations = order.flatMap((id) => byId.get(id) ?? []);
  }
}
