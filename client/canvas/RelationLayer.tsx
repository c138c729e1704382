import { type MouseEvent, memo } from "react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { Route } from "../../shared/geometry/route.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { classNames } from "../ui/classNames.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { chooseOnMap } from "./chooseOnMap.ts";
import { describeRelation } from "./describe.ts";
import { RelationLabel } from "./RelationLabel.tsx";
import styles from "./RelationLayer.module.css";
import { RelationLine } from "./RelationLine.tsx";
import { isOnBadge, useBadgePress } from "./useBadgePress.ts";
import { useWatchers } from "./useCanvasPresence.ts";
import { useRelationsInView } from "./useRelationsInView.ts";

export interface RelationLayerProps {
  readonly relations: readonly Relation[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly badges: ReadonlyMap<string, Badges>;
  readonly elementById: ReadonlyMap<string, MapElement>;
}

/** The connections between the cards: all lines first and then all labels, so that no line crosses a label. */
export const RelationLayer = memo(function RelationLayer({
  relations,
  routes,
  badges,
  elementById,
}: RelationLayerProps) {
  const selection = useCanvasStore((state) => state.selection);
  const highlight = useCanvasStore((state) => state.highlight);
  const focusedByKeyboard = useCanvasStore((state) => (state.isFocusVisible ? state.focused : undefined));
  const watchers = useWatchers();
  const inView = useRelationsInView(relations, routes);
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
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the drawing as a whole says nothing; each line in it is a button with a name */}
      <svg className={styles.lines}>
        {inView.map(({ relation, route }) => (
          <RelationLine
            key={relation.id}
            relation={relation}
            route={route}
            isSelected={selection.includes(relation.id)}
            isHighlighted={highlight.includes(relation.id)}
            isFocused={focusedByKeyboard === relation.id}
            watchers={watchers.get(relation.id)}
            description={describeRelation(relation, elementById, badges.get(relation.id))}
          />
        ))}
      </svg>
      <svg className={classNames("relation-labels", styles.labels)} aria-hidden>
        {inView.map(({ relation, route }) => (
          <RelationLabel
            key={relation.id}
            relation={relation}
            route={route}
            isSelected={selection.includes(relation.id)}
            isHighlighted={highlight.includes(relation.id)}
            badges={badges.get(relation.id)}
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
