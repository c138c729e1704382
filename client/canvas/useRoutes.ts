import { startTransition, useEffect, useMemo, useState } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { RelationRouter } from "../../shared/geometry/RelationRouter.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Size } from "../../shared/model/field.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { useDragStore } from "./dragStore.ts";
import { type CardsRouted, CarriedRoutes } from "./routing/CarriedRoutes.ts";
import { RoutesElsewhere, type RoutingWorker } from "./routing/RoutesElsewhere.ts";
import { RoutesMeanwhile } from "./routing/RoutesMeanwhile.ts";

/** From here on routing anew what a drag touches may take longer than a frame allows. */
const MOST_ROUTED_HERE = 120;

/**
 * Where the relations are drawn now. Only what a change touches is routed again, and the other routes keep their identity: at once on a
 * small map, in a worker on a large one, where routes may come some frames after the cards: until then lines bend along with them.
 * `live` are the same elements as `elements`, where they stand on the screen: a card that is being moved keeps its size.
 * While they are not yet whole, the worker waits: it would answer for a map that is another before it has answered.
 */
export function useRoutes(
  elements: readonly MapElement[],
  live: readonly MapElement[],
  relations: readonly Relation[],
  isWhole: boolean,
): ReadonlyMap<string, Route> {
  const router = useMemo(() => new RelationRouter(), []);
  const sizes = useMemo(
    () => new Map(elements.map((element) => [element.id, cardSize(element)])),
    [elements],
  );
  const isLarge = relations.length > MOST_ROUTED_HERE;
  const here = useMemo(
    () => (isLarge ? undefined : router.update(live, relations, sizes)),
    [isLarge, router, live, relations, sizes],
  );
  const elsewhere = useRoutesElsewhere({ isLarge, isWhole, live, relations, sizes });
  return here ?? elsewhere;
}

function useRoutesElsewhere({
  isLarge,
  isWhole,
  live,
  relations,
  sizes,
}: {
  readonly isLarge: boolean;
  readonly isWhole: boolean;
  readonly live: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly sizes: ReadonlyMap<string, Size>;
}): ReadonlyMap<string, Route> {
  const [routing, setRouting] = useState<RoutesElsewhere>();
  const [known, setKnown] = useState<Known>({ routes: NONE, cards: NONE });
  useEffect(() => {
    if (!isLarge) return;
    const made = new RoutesElsewhere(startWorker, () => {
      const show = () => setKnown({ routes: made.get(), cards: made.cardsRouted() });
      // Hundreds of lines may have other ways: only what this person moves is worth holding up a key press for.
      if (isMovingCards()) show();
      else startTransition(show);
    });
    setRouting(made);
    return () => {
      made.destroy();
      setRouting(undefined);
    };
  }, [isLarge]);
  useEffect(() => {
    if (isWhole) routing?.update(live, relations, sizes, isMovingCards());
  }, [routing, isWhole, live, relations, sizes]);
  const carried = useMemo(() => new CarriedRoutes(), []);
  const meanwhile = useMemo(() => new RoutesMeanwhile(), []);
  return useMemo(() => {
    if (!isLarge) return NONE;
    const onCards = carried.carry(known.routes, known.cards, live, relations);
    return meanwhile.fill(onCards, live, relations, sizes);
  }, [carried, meanwhile, isLarge, known, live, relations, sizes]);
}

function isMovingCards(): boolean {
  return useDragStore.getState().own !== undefined;
}

interface Known {
  readonly routes: ReadonlyMap<string, Route>;
  readonly cards: CardsRouted;
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

function startWorker(): RoutingWorker {
  return new Worker(new URL("./routing/routingWorker.ts", import.meta.url), { type: "module" });
}
