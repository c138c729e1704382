import { useCallback, useMemo } from "react";
import { type Badges, findingBadges } from "../../shared/drawing/findingBadges.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useCanEdit, useSnapshot } from "../sync/sessionContext.tsx";
import { type CardLook, type CardNode, CardNodes } from "./CardNodes.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { describeElement, holdersByContract } from "./describe.ts";
import { isElementShown, shownRelations } from "./layers.ts";
import { useGhosts, useWatchers } from "./useCanvasPresence.ts";
import { useLiveElements } from "./useLiveElements.ts";
import { useRoutes } from "./useRoutes.ts";

/** What the canvas shows now. */
export interface CanvasContent {
  readonly nodes: CardNode[];
  /** The elements that are shown, as they stand in the document. */
  readonly elements: readonly MapElement[];
  /** The same, where they stand on the screen. */
  readonly live: readonly MapElement[];
  /** The relations that are shown, and where they run. */
  readonly relations: readonly Relation[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly elementById: ReadonlyMap<string, MapElement>;
  readonly badges: ReadonlyMap<string, Badges>;
}

/** The cards and connections of the map as they are to be shown now. */
export function useCardNodes(): CanvasContent {
  const { map, elementById } = useSnapshot();
  const layers = useCanvasStore((state) => state.layers);
  const elements = useMemo(
    () => map.elements.filter((element) => isElementShown(element, layers)),
    [map.elements, layers],
  );
  const relations = useMemo(
    () => shownRelations(map.relations, elementById, layers),
    [map.relations, elementById, layers],
  );
  const findings = useShownFindings();
  const badges = useMemo(() => findingBadges(findings), [findings]);
  const ghosts = useGhosts();
  const live = useLiveElements(elements, ghosts);
  const lookOf = useLook(badges, ghosts);
  const selection = useCanvasStore((state) => state.selection);
  const selected = useMemo(() => new Set(selection), [selection]);
  const canEdit = useCanEdit();
  const cards = useMemo(() => new CardNodes(), []);
  const nodes = cards.update({ elements, live, isSelected: (id) => selected.has(id), canEdit, lookOf });
  const routes = useRoutes(elements, live, relations);
  return { nodes, elements, live, relations, routes, badges, elementById };
}

function useLook(
  badges: ReadonlyMap<string, Badges>,
  ghosts: ReturnType<typeof useGhosts>,
): (element: MapElement) => CardLook {
  const { map, elementById } = useSnapshot();
  const holders = useMemo(() => holdersByContract(map.relations, elementById), [map.relations, elementById]);
  const watchers = useWatchers();
  const highlight = useCanvasStore((state) => state.highlight);
  const highlighted = useMemo(() => new Set(highlight), [highlight]);
  return useCallback(
    (element) => {
      const standing = badges.get(element.id);
      return {
        badges: standing,
        isHighlighted: highlighted.has(element.id),
        watchers: watchers.get(element.id),
        movedBy: ghosts.get(element.id)?.person,
        description: describeElement(element, holders, standing),
      };
    },
    [badges, highlighted, watchers, ghosts, holders],
  );
}
