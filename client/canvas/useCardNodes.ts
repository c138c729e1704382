import { useCallback, useMemo, useRef } from "react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import type { Person } from "../sync/MapSession.ts";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { useEmphasisStore } from "../view/emphasisStore.ts";
import { type CardLook, type CardNode, CardNodes } from "./CardNodes.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { ConnectionWords, describeElement, holdersByContract } from "./describe.ts";
import type { Ghost } from "./Ghosts.ts";
import { KeptBadges } from "./KeptBadges.ts";
import { isElementShown, shownRelations } from "./layers.ts";
import { useSizedElements } from "./lod/useSizedElements.ts";
import { useGhosts, useWatchers } from "./useCanvasPresence.ts";
import { useLiveElements } from "./useLiveElements.ts";
import { useRoutes } from "./useRoutes.ts";
import { useDrawnSnapshot } from "./useWhileDrawn.ts";

/** What the canvas shows now. */
export interface CanvasContent {
  readonly nodes: CardNode[];
  /** The elements that are to be shown, as they stand in the document. */
  readonly shown: readonly MapElement[];
  /** Whether all of them are: while a large map is opened, they come in slices. */
  readonly isWhole: boolean;
  /** Those that are there, where they stand on the screen. */
  readonly live: readonly MapElement[];
  /** The relations that are shown, and where they run. */
  readonly relations: readonly Relation[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly elementById: ReadonlyMap<string, MapElement>;
  readonly badges: ReadonlyMap<string, Badges>;
  /** Ids of elements and relations that are drawn faintly. */
  readonly dimmed: ReadonlySet<string>;
  /** The cards that others are moving. */
  readonly ghosts: ReadonlyMap<string, Ghost>;
}

/** The cards and connections of the map as they are to be shown now. */
export function useCardNodes(): CanvasContent {
  const { map, elementById } = useDrawnSnapshot();
  const layers = useCanvasStore((state) => state.layers);
  const { hidden, dimmed } = useEmphasisStore();
  const shown = useMemo(
    () => map.elements.filter((element) => isElementShown(element, layers) && !hidden.has(element.id)),
    [map.elements, layers, hidden],
  );
  const { sized: elements, isWhole } = useSizedElements(shown);
  const relations = useMemo(
    () =>
      shownRelations(map.relations, elementById, layers).filter(
        ({ id, from, to }) => !hidden.has(id) && !hidden.has(from) && !hidden.has(to),
      ),
    [map.relations, elementById, layers, hidden],
  );
  const findings = useShownFindings();
  const keptBadges = useMemo(() => new KeptBadges(), []);
  const badges = useMemo(() => keptBadges.update(findings), [keptBadges, findings]);
  const ghosts = useGhosts();
  const live = useLiveElements(elements, ghosts);
  const movers = useMovers(ghosts);
  const lookOf = useLook(badges, movers, dimmed);
  const selection = useCanvasStore((state) => state.selection);
  const selected = useMemo(() => new Set(selection), [selection]);
  const canEdit = useCanEdit();
  const cards = useMemo(() => new CardNodes(), []);
  const nodes = cards.update({ elements, live, selected, canEdit, lookOf });
  const routes = useRoutes(elements, live, relations, isWhole);
  return { nodes, shown, isWhole, live, relations, routes, badges, elementById, dimmed, ghosts };
}

/** Who moves which card. The same map for as long as the same people move the same cards, however far. */
function useMovers(ghosts: ReadonlyMap<string, Ghost>): ReadonlyMap<string, Person> {
  const kept = useRef<ReadonlyMap<string, Person>>(new Map());
  const isSame =
    kept.current.size === ghosts.size &&
    [...ghosts].every(([id, { person }]) => kept.current.get(id)?.clientId === person.clientId);
  if (!isSame) kept.current = new Map([...ghosts].map(([id, { person }]) => [id, person]));
  return kept.current;
}

function useLook(
  badges: ReadonlyMap<string, Badges>,
  movers: ReadonlyMap<string, Person>,
  dimmed: ReadonlySet<string>,
): (element: MapElement) => CardLook {
  const { map, elementById } = useDrawnSnapshot();
  const holders = useMemo(() => holdersByContract(map.relations, elementById), [map.relations, elementById]);
  const { relations } = map;
  const connections = useMemo(() => new ConnectionWords(), []);
  const watchers = useWatchers();
  const highlight = useCanvasStore((state) => state.highlight);
  const highlighted = useMemo(() => new Set(highlight), [highlight]);
  return useCallback(
    (element) => {
      const standing = badges.get(element.id);
      return {
        badges: standing,
        isHighlighted: highlighted.has(element.id),
        isDimmed: dimmed.has(element.id),
        watchers: watchers.get(element.id),
        movedBy: movers.get(element.id),
        description: describeElement(element, holders, standing),
        connections: connections.of(element.id, relations, elementById),
      };
    },
    [badges, highlighted, dimmed, watchers, movers, holders, connections, relations, elementById],
  );
}
