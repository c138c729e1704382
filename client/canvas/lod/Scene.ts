import { cardSize } from "../../../shared/drawing/cardSize.ts";
import type { Badges } from "../../../shared/drawing/findingBadges.ts";
import { relationLook } from "../../../shared/drawing/relationLook.ts";
import type { ColourToken } from "../../../shared/drawing/shapes.ts";
import type { Route } from "../../../shared/geometry/route.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import type { Rect } from "../viewportFor.ts";
import type { Detail } from "./detailStore.ts";
import { reaching, routeBounds } from "./routeBounds.ts";

/** What the picture shows. */
export interface SceneInput {
  /** The cards where they stand now, places first. */
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly badges: ReadonlyMap<string, Badges>;
  readonly selected: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
  /** What is drawn by itself over the picture. */
  readonly omitted: ReadonlySet<string>;
  readonly detail: Exclude<Detail, "full">;
}

interface Part {
  readonly id: string;
  readonly bounds: Rect;
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
  readonly badges: Badges | undefined;
}

/** A line of the picture. */
export interface LinePart extends Part {
  readonly kind: "line";
  readonly relation: Relation;
  readonly route: Route;
  readonly colour: ColourToken;
  readonly dash: readonly number[];
}

/** A card of the picture. */
export interface CardPart extends Part {
  readonly kind: "card";
  readonly element: MapElement;
  readonly detail: SceneInput["detail"];
}

export type ScenePart = LinePart | CardPart;

const LINE_REACH = 12;
/** Badges are enlarged from afar. */
const CARD_REACH = 100;

/** The parts of the picture from the back to the front. A part that looks as before is the same object. */
export class Scene {
  #parts = new Map<string, ScenePart>();

  /** The parts that are to be drawn now. */
  update(input: SceneInput): readonly ScenePart[] {
    const parts = new Map<string, ScenePart>();
    for (const element of input.elements)
      if (element.type === "place")
        this.#add(parts, element.id, input, (before) => cardPart(element, input, before));
    for (const relation of input.relations) {
      const route = input.routes.get(relation.id);
      if (route !== undefined)
        this.#add(parts, relation.id, input, (before) => linePart(relation, route, input, before));
    }
    for (const element of input.elements)
      if (element.type !== "place")
        this.#add(parts, element.id, input, (before) => cardPart(element, input, before));
    this.#parts = parts;
    return [...parts.values()];
  }

  #add(
    parts: Map<string, ScenePart>,
    id: string,
    { omitted }: SceneInput,
    make: (before: ScenePart | undefined) => ScenePart,
  ): void {
    if (omitted.has(id)) return;
    parts.set(id, make(this.#parts.get(id)));
  }
}

function cardPart(element: MapElement, input: SceneInput, before: ScenePart | undefined): CardPart {
  const { badges, selected, dimmed, detail } = input;
  const { id, position } = element;
  const isSame = before?.kind === "card" && before.element === element && before.detail === detail;
  if (isSame && hasSameState(before, input)) return before;
  const { width, height } = cardSize(element);
  return {
    kind: "card",
    id,
    element,
    detail,
    bounds: reaching({ ...position, width, height }, CARD_REACH),
    isSelected: selected.has(id),
    isDimmed: dimmed.has(id),
    badges: badges.get(id),
  };
}

function linePart(
  relation: Relation,
  route: Route,
  input: SceneInput,
  before: ScenePart | undefined,
): LinePart {
  const { badges, selected, dimmed } = input;
  const { id } = relation;
  const isSameRoute = before?.kind === "line" && before.route === route;
  if (isSameRoute && before.relation === relation && hasSameState(before, input)) return before;
  const { colour, dash = [] } = relationLook(relation);
  return {
    kind: "line",
    id,
    relation,
    route,
    colour,
    dash,
    bounds: isSameRoute ? before.bounds : reaching(routeBounds(route), LINE_REACH + route.strokeWidth),
    isSelected: selected.has(id),
    isDimmed: dimmed.has(id),
    badges: badges.get(id),
  };
}

function hasSameState(part: ScenePart, { badges, selected, dimmed }: SceneInput): boolean {
  return (
    part.isSelected === selected.has(part.id) &&
    part.isDimmed === dimmed.has(part.id) &&
    part.badges === badges.get(part.id)
  );
}
