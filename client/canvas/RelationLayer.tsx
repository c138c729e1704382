import { type MouseEvent, memo, useMemo } from "react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { chooseOnMap } from "./chooseOnMap.ts";
import { describeRelation } from "./describe.ts";
import { useDetailStore } from "./lod/detailStore.ts";
import type { DrawnRelation } from "./lod/useDrawnRelations.ts";
import { RelationLabel } from "./RelationLabel.tsx";
import styles from "./RelationLayer.module.css";
import { RelationLine } from "./RelationLine.tsx";
import { isOnBadge, useBadgePress } from "./useBadgePress.ts";
import { useWatchers } from "./useCanvasPresence.ts";

export interface RelationLayerProps {
  /** What is drawn by itself, in document order. */
  readonly lines: readonly DrawnRelation[];
  readonly badges: ReadonlyMap<string, Badges>;
  readonly elementById: ReadonlyMap<string, MapElement>;
  /** Ids of the relations that are drawn faintly, and of others. */
  readonly dimmed: ReadonlySet<string>;
}

/** The connections between the cards: all lines first and then all labels, so that no line crosses a label. */
export const RelationLayer = memo(function RelationLayer({
  lines,
  badges,
  elementById,
  dimmed,
}: RelationLayerProps) {
  const selection = useCanvasStore((state) => state.selection);
  const highlight = useCanvasStore((state) => state.highlight);
  const focusedByKeyboard = useCanvasStore((state) => (state.isFocusVisible ? state.focused : undefined));
  const watchers = useWatchers();
  const selected = useMemo(() => new Set(selection), [selection]);
  const highlighted = useMemo(() => new Set(highlight), [highlight]);
  const hasLabels = useDetailStore((state) => state.detail === "full");
  const pressBadge = useBadgePress();
  const chooseUnder = (event: MouseEvent) => {
    const id = relationUnder(event);
    if (id === undefined) return;
    if (isOnBadge(event)) pressBadge(id, event);
    else chooseOnMap(id, event.shiftKey || event.ctrlKey || event.metaKey);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: one listener for all the lines inside, which are buttons; keys are handled for the whole canvas
    <div onClick={chooseUnder}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing */}
      <svg className={styles.lines} role="group" aria-label="Connections">
        {lines.map(({ relation, route }) => (
          <RelationLine
            key={relation.id}
            relation={relation}
            route={route}
            isSelected={selected.has(relation.id)}
            isHighlighted={highlighted.has(relation.id)}
            isDimmed={dimmed.has(relation.id)}
            isFocused={focusedByKeyboard === relation.id}
            watchers={watchers.get(relation.id)}
            description={describeRelation(relation, elementById, badges.get(relation.id))}
          />
        ))}
      </svg>
      <svg className={styles.labels} aria-hidden>
        {lines.map(({ relation, route }) => (
          <RelationLabel
            key={relation.id}
            relation={relation}
            route={route}
            isSelected={selected.has(relation.id)}
            isHighlighted={highlighted.has(relation.id)}
            isDimmed={dimmed.has(relation.id)}
            isFocused={focusedByKeyboard === relation.id}
            badges={badges.get(relation.id)}
            hasWords={hasLabels}
          />
        ))}
      </svg>
    </div>
  );
});

function relationUnder({ target }: MouseEvent): string | undefined {
  const under = target instanceof Element ? target.closest<SVGElement>("[data-relation]") : null;
  return under?.dataset.relation;
}
