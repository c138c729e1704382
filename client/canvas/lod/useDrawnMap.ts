import { useCallback, useRef } from "react";
import type { CardNode } from "../CardNodes.ts";
import type { CanvasContent } from "../useCardNodes.ts";
import { type DrawnAs, useDrawnCards } from "./useDrawnCards.ts";
import { type DrawnRelation, useDrawnRelations } from "./useDrawnRelations.ts";
import { useNeeded } from "./useNeeded.ts";
import { useOmitted } from "./useOmitted.ts";

/** What of the map is drawn by itself now, and whether the rest is a picture. */
export interface DrawnMap {
  readonly drawn: CardNode[];
  readonly lines: readonly DrawnRelation[];
  readonly needsPicture: boolean;
  /** What the picture leaves out because it is drawn by itself. */
  readonly omitted: ReadonlySet<string>;
}

/** Of a small map everything, of a large one what is in view, from afar only what somebody is busy with. */
export function useDrawnMap({ nodes, relations, routes, ghosts }: CanvasContent): DrawnMap {
  const needed = useNeeded(nodes[0]?.id, ghosts);
  const isNeeded = useCallback((id: string) => needed.has(id), [needed]);
  const { drawn, drawnAs, isGrowing, region } = useDrawnCards(nodes, isNeeded);
  const { lines, isGrowing: areLinesGrowing } = useDrawnRelations({
    relations,
    routes,
    region,
    drawnAs,
    needed,
  });
  const needsPicture = useNeedsPicture(drawnAs, isGrowing || areLinesGrowing);
  return { drawn, lines, needsPicture, omitted: useOmitted(drawn, lines) };
}

/** Whether the picture is needed: also until all that comes in its place has been drawn. */
function useNeedsPicture(drawnAs: DrawnAs, isGrowing: boolean): boolean {
  const wasNeeded = useRef(false);
  wasNeeded.current = drawnAs !== "themselves" || (wasNeeded.current && isGrowing);
  return wasNeeded.current;
}
