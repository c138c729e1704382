import { BADGE_RADIUS, relationBadgeSpot } from "../../../../shared/drawing/findingBadge.ts";
import { arrowHalfWidth } from "../../../../shared/drawing/relationLook.ts";
import { BoxGrid } from "../../../../shared/geometry/BoxGrid.ts";
import { type Box, boundsOf, contains, grown, overlapArea } from "../../../../shared/geometry/box.ts";
import type { Route, RouteEnd } from "../../../../shared/geometry/route.ts";
import type { MapElement } from "../../../../shared/model/element.ts";
import type { Size } from "../../../../shared/model/field.ts";
import type { Relation } from "../../../../shared/model/relation.ts";
import { crossingsOf } from "./crossings.ts";
import { hiddenBesides } from "./hiddenBesides.ts";
import { evenPoints, type Step, stepsAlong } from "./stepsAlong.ts";

/** What gets in the way of reading the relations of a map. Lengths in map units; smaller is better. */
export interface RouteMeasure {
  /** Pairs of a label and a card. */
  readonly labelsOnCards: number;
  readonly labelsOnLabels: number;
  /** Labels that lie where the badge of another relation would stand. */
  readonly labelsOnBadges: number;
  /** Labels from which it is farther than `NEAR_ITS_LINE` to their own line. */
  readonly labelsFarOff: number;
  /** Labels that cover more of another line than of their own. */
  readonly labelsOnOtherLines: number;
  /** Relations that run behind a card that they do not join. */
  readonly linesBehindCards: number;
  readonly lengthBehindCards: number;
  /** Beside a card that they do not join, less than `SKIMMING` off. */
  readonly lengthSkimming: number;
  /** Along which two lines run side by side with less than `HIDING` between their strokes. */
  readonly lengthHidden: number;
  readonly crossings: number;
  /** Crossings of lines that share a card, and the second and further crossing of any two. */
  readonly needlessCrossings: number;
  /** Neighbouring ends on one side of a card whose arrows would lie on each other. */
  readonly endsTooClose: number;
  readonly length: number;
}

export const NEAR_ITS_LINE = 12;
export const SKIMMING = 6;
export const HIDING = 5;
const INSET = 2;

/** Measures routes as they are drawn among cards; a pure function. Places stand behind everything and are in nobody's way. */
export function measureRoutes(
  elements: readonly MapElement[],
  relations: readonly Relation[],
  sizes: ReadonlyMap<string, Size>,
  routes: ReadonlyMap<string, Route>,
): RouteMeasure {
  const cards = new BoxGrid<string>();
  for (const { id, type, position } of elements) {
    const size = sizes.get(id);
    if (type !== "place" && size !== undefined) cards.set(id, { ...position, ...size });
  }
  const drawn = relations.flatMap((relation) => {
    const route = routes.get(relation.id);
    return route === undefined ? [] : [{ relation, route, steps: stepsAlong(route.points) }];
  });
  const steps = drawn.map(({ route, steps }) => ({ steps, width: route.strokeWidth }));
  const { crossings, needless } = crossingsOf(drawn);
  return {
    ...measureLabels(drawn, cards),
    ...measureCards(drawn, cards),
    lengthHidden: hiddenBesides(steps, HIDING),
    crossings,
    needlessCrossings: needless,
    endsTooClose: endsTooClose(drawn),
    length: drawn.reduce((sum, line) => sum + line.steps.reduce((total, { length }) => total + length, 0), 0),
  };
}

/** A relation as it is drawn. */
export interface DrawnLine {
  readonly relation: Relation;
  readonly route: Route;
  readonly steps: readonly Step[];
}

function measureLabels(drawn: readonly DrawnLine[], cards: BoxGrid<string>) {
  const labels = drawn.flatMap((line) =>
    line.route.label === undefined ? [] : [{ ...line, label: line.route.label }],
  );
  const counts = { labelsOnCards: 0, labelsOnLabels: 0, labelsOnBadges: 0, labelsFarOff: 0 };
  let labelsOnOtherLines = 0;
  for (const [index, { label, route, steps }] of labels.entries()) {
    cards.forEachIn(label, () => {
      counts.labelsOnCards += 1;
    });
    counts.labelsOnLabels += labels
      .slice(index + 1)
      .filter((other) => overlapArea(label, other.label) > 0).length;
    counts.labelsOnBadges += labels.filter(
      (other, at) => at !== index && overlapArea(label, badgeBox(other.route)) > 0,
    ).length;
    if (!evenPoints(route.points).some((point) => contains(grown(label, NEAR_ITS_LINE), point)))
      counts.labelsFarOff += 1;
    const own = lengthWithin(steps, label);
    labelsOnOtherLines += drawn.some(
      (other) => other.route !== route && lengthWithin(other.steps, label) > own + 4,
    )
      ? 1
      : 0;
  }
  return { ...counts, labelsOnOtherLines };
}

function badgeBox(route: Route): Box {
  const { x, y } = relationBadgeSpot(route, 0) ?? { x: 0, y: 0 };
  return { x: x - BADGE_RADIUS, y: y - BADGE_RADIUS, width: 2 * BADGE_RADIUS, height: 2 * BADGE_RADIUS };
}

function lengthWithin(steps: readonly Step[], box: Box): number {
  return steps.reduce((sum, { middle, length }) => sum + (contains(box, middle) ? length : 0), 0);
}

function measureCards(drawn: readonly DrawnLine[], cards: BoxGrid<string>) {
  let linesBehindCards = 0;
  let lengthBehindCards = 0;
  let lengthSkimming = 0;
  for (const { relation, route, steps } of drawn) {
    let behind = 0;
    cards.forEachIn(grown(boundsOf(route.points) ?? NOWHERE, SKIMMING), (card, box) => {
      if (card === relation.from || card === relation.to) return;
      const inside = lengthWithin(steps, grown(box, -INSET));
      behind += inside;
      lengthSkimming += lengthWithin(steps, grown(box, SKIMMING)) - inside;
    });
    lengthBehindCards += behind;
    if (behind > 0) linesBehindCards += 1;
  }
  return { linesBehindCards, lengthBehindCards, lengthSkimming };
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

function endsTooClose(drawn: readonly DrawnLine[]): number {
  const bySide = new Map<string, { along: number; half: number }[]>();
  const enter = (card: string, { side, point }: RouteEnd, strokeWidth: number) => {
    const key = `${side} ${card}`;
    const along = side === "top" || side === "bottom" ? point.x : point.y;
    bySide.set(key, [...(bySide.get(key) ?? []), { along, half: arrowHalfWidth(strokeWidth) }]);
  };
  for (const { relation, route } of drawn) {
    const [start, end] =
      relation.type === "holds" ? [relation.to, relation.from] : [relation.from, relation.to];
    enter(start, route.start, route.strokeWidth);
    enter(end, route.end, route.strokeWidth);
  }
  let count = 0;
  for (const ends of bySide.values()) {
    ends.sort((one, other) => one.along - other.along);
    for (const [index, { along, half }] of ends.entries()) {
      const next = ends[index + 1];
      if (next !== undefined && next.along - along < half + next.half) count += 1;
    }
  }
  return count;
}
