import { RelationRouter } from "../../../shared/geometry/RelationRouter.ts";
import type { Route } from "../../../shared/geometry/route.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Size } from "../../../shared/model/field.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import type { CardsRouted } from "./CarriedRoutes.ts";
import { type CardOnWire, type RoutingAnswer, type RoutingQuestion, unpackRoutes } from "./wire.ts";

interface State {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly sizes: ReadonlyMap<string, Size>;
}

/** The part of a worker that is used here. */
export type RoutingWorker = Pick<Worker, "postMessage" | "onmessage" | "onerror" | "terminate">;

/** After an answer the worker rests so many times as long as it took: drawing needs the processor more than lines need their last bend. */
const REST = 2;
const LONGEST_REST_MS = 400;

/**
 * Routes the relations of a large map in a worker: one question at a time, and the next one tells all that has changed meanwhile.
 * Until an answer comes the routes are those of before. Where workers are refused, or one breaks, the work is done here.
 */
export class RoutesElsewhere {
  readonly #onRoutes: () => void;
  #worker: RoutingWorker | undefined;
  #router: RelationRouter | undefined;
  #routes: ReadonlyMap<string, Route> = new Map();
  #latest: State | undefined;
  #isAsking = false;
  #askedAt = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #cardsRouted: CardsRouted = new Map();
  #sentCards = new Map<string, CardOnWire>();
  #sentRelations: readonly Relation[] = [];

  /** @param onRoutes is called whenever there are other routes. */
  constructor(startWorker: () => RoutingWorker, onRoutes: () => void) {
    this.#onRoutes = onRoutes;
    try {
      this.#worker = startWorker();
      this.#worker.onmessage = ({ data }: MessageEvent<RoutingAnswer>) => this.#take(data);
      this.#worker.onerror = (event) => {
        event.preventDefault();
        this.#workHere();
      };
    } catch {
      this.#workHere();
    }
  }

  /** The routes as far as they are known; the same map until there are others. */
  get(): ReadonlyMap<string, Route> {
    return this.#routes;
  }

  /** Where the cards stood that these routes are for. */
  cardsRouted(): CardsRouted {
    return this.#cardsRouted;
  }

  /** Says how the map is now. What is urgent, as what this person moves, does not wait until the worker has rested. */
  update(
    elements: readonly MapElement[],
    relations: readonly Relation[],
    sizes: State["sizes"],
    isUrgent: boolean,
  ): void {
    const before = this.#latest;
    if (before?.elements === elements && before.relations === relations && before.sizes === sizes) return;
    this.#latest = { elements, relations, sizes };
    if (isUrgent) this.#endRest();
    if (this.#router !== undefined) this.#routeHere(this.#router);
    else if (!this.#isAsking && this.#rest === undefined) this.#ask();
  }

  destroy(): void {
    this.#endRest();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#latest = undefined;
  }

  #ask(): void {
    if (this.#latest === undefined || this.#worker === undefined) return;
    const { elements, relations, sizes } = this.#latest;
    const cards = new Map<string, CardOnWire>();
    const changedCards: CardOnWire[] = [];
    for (const { id, type, position } of elements) {
      const size = sizes.get(id);
      if (size === undefined) continue;
      const before = this.#sentCards.get(id);
      const isSame = before !== undefined && isSameCard(before, type, position, size);
      const card = isSame ? before : { id, type, position, width: size.width, height: size.height };
      if (!isSame) changedCards.push(card);
      cards.set(id, card);
    }
    const goneCards = [...this.#sentCards.keys()].filter((id) => !cards.has(id));
    const question = { changedCards, goneCards, relations: this.#relationsToSend(relations) };
    this.#sentCards = cards;
    if (changedCards.length === 0 && goneCards.length === 0 && question.relations === undefined) return;
    this.#isAsking = true;
    this.#askedAt = performance.now();
    this.#worker.postMessage(question);
  }

  #startRest(): void {
    this.#rest = setTimeout(
      () => {
        this.#endRest();
        this.#ask();
      },
      Math.min(LONGEST_REST_MS, REST * (performance.now() - this.#askedAt)),
    );
  }

  #endRest(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #relationsToSend(relations: readonly Relation[]): RoutingQuestion["relations"] {
    if (relations === this.#sentRelations) return undefined;
    const sent = new Set(this.#sentRelations);
    this.#sentRelations = relations;
    return {
      order: relations.map(({ id }) => id),
      changed: relations.filter((relation) => !sent.has(relation)),
    };
  }

  #take({ changed, gone }: RoutingAnswer): void {
    this.#isAsking = false;
    const routes = new Map(this.#routes);
    for (const id of gone) routes.delete(id);
    for (const [id, route] of unpackRoutes(changed)) routes.set(id, route);
    this.#routes = routes;
    this.#cardsRouted = this.#sentCards;
    this.#startRest();
    this.#onRoutes();
  }

  #workHere(): void {
    this.#endRest();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#router = new RelationRouter();
    this.#routeHere(this.#router);
    this.#onRoutes();
  }

  #routeHere(router: RelationRouter): void {
    if (this.#latest === undefined) return;
    const { elements, relations, sizes } = this.#latest;
    this.#routes = router.update(elements, relations, sizes);
    this.#cardsRouted = new Map(elements.map((element) => [element.id, element]));
  }
}

function isSameCard(
  card: CardOnWire,
  type: MapElement["type"],
  position: MapElement["position"],
  size: Size,
): boolean {
  return (
    card.type === type &&
    card.position.x === position.x &&
    card.position.y === position.y &&
    card.width === size.width &&
    card.height === size.height
  );
}
