import { relationLook } from "../drawing/relationLook.ts";
import type { MapElement } from "../model/element.ts";
import type { Point, Size } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";
import { anchorPoint } from "./anchors.ts";
import { BoxGrid } from "./BoxGrid.ts";
import { type Box, withinReach } from "./box.ts";
import type { Considered } from "./Considered.ts";
import { LabelBoard } from "./LabelBoard.ts";
import { inLanes, LaneBook } from "./LaneBook.ts";
import { type ChosenEnds, chooseForPair, drawnEnds } from "./PairGroup.ts";
import { AS_CHARTED, type Deviation, PartingBoard } from "./PartingBoard.ts";
import { RoutedRelation } from "./RoutedRelation.ts";
import type { Route, RoutedCard } from "./route.ts";
import { type Line, routedLine } from "./routedLine.ts";
import { SideBook } from "./SideBook.ts";
import type { Via } from "./waysAround.ts";

/** What the router reads of an element. */
export type RoutableElement = Pick<MapElement, "id" | "type" | "position">;

/** The relations between two cards, and the area that bears on how they are joined. */
interface Pair {
  readonly members: Set<RoutedRelation>;
  considered?: Considered;
}

/**
 * Finds where relations are drawn, and when something changes works out again only what the change touches. The outcome is
 * always that of routing everything anew (a test holds it to that); a route that has not changed is the same object.
 */
export class RelationRouter {
  readonly #cards = new Map<string, RoutedCard>();
  readonly #boxes = new BoxGrid<string>();
  readonly #relations = new Map<string, RoutedRelation>();
  readonly #pairs = new Map<string, Pair>();
  #lastRelations: readonly Relation[] = [];
  readonly #sides = new SideBook((id) => this.#cards.get(id));
  readonly #lanes = new LaneBook();
  readonly #touchedCorners = new Set<string>();
  readonly #parting = new PartingBoard(this.#boxes, (routed, deviation) => this.#lineOf(routed, deviation));
  readonly #labels = new LabelBoard(this.#boxes, this.#relations);

  /**
   * Routes every relation whose two ends are among the elements and have a size. `relations` in document order; positions and
   * sizes in map units.
   */
  update(
    elements: readonly RoutableElement[],
    relations: readonly Relation[],
    sizes: ReadonlyMap<string, Size>,
  ): ReadonlyMap<string, Route> {
    if (relations !== this.#lastRelations && this.#isReordered(relations)) this.#forgetRelations();
    const { changedIds, changedBoxes } = this.#takeCards(elements, sizes);
    for (const box of changedBoxes) {
      this.#parting.cardChanged(box);
      this.#labels.cardChanged(box);
    }
    const pairs = this.#takeRelations(relations);
    const sides = new Set<string>(pairs.touchedSides);
    const bent = new Set<RoutedRelation>(pairs.changed);
    for (const [key, members] of this.#pairs) {
      const isOwn = pairs.stale.has(key);
      const hasMoved = this.#hasMoved(members, changedIds);
      if (isOwn || hasMoved || this.#isDisturbed(members, changedBoxes))
        this.#chooseSides(members, hasMoved, sides, bent);
    }
    for (const side of sides) for (const routed of this.#sides.spread(side)) bent.add(routed);
    this.#spreadLanes(bent);
    for (const routed of bent) this.#chart(routed);
    for (const { routed, before } of this.#parting.settle()) {
      bent.add(routed);
      this.#labels.lineChanged(routed, before);
    }
    for (const routed of this.#labels.settle()) bent.add(routed);
    for (const routed of bent) finish(routed);
    return this.#routes(relations);
  }

  #spreadLanes(bent: Set<RoutedRelation>): void {
    for (const routed of bent) {
      if (this.#relations.get(routed.relation.id) !== routed) continue;
      for (const corner of this.#lanes.cornersOf(routed)) this.#touchedCorners.add(corner);
    }
    for (const corner of this.#touchedCorners)
      for (const routed of this.#lanes.spread(corner, (other) => this.#anchorsOf(other))) bent.add(routed);
    this.#touchedCorners.clear();
  }

  #anchorsOf(routed: RoutedRelation): readonly [Point, Point] | undefined {
    const { startId, endId } = drawnEnds(routed.relation);
    const startCard = this.#cards.get(startId);
    const endCard = this.#cards.get(endId);
    if (routed.ends === undefined || startCard === undefined || endCard === undefined) return undefined;
    return [
      anchorPoint(startCard, routed.ends.startSide, routed.startAlong),
      anchorPoint(endCard, routed.ends.endSide, routed.endAlong),
    ];
  }

  #isReordered(relations: readonly Relation[]): boolean {
    let last = -1;
    for (const { id } of relations) {
      const order = this.#relations.get(id)?.order;
      if (order === undefined) continue;
      if (order < last) return true;
      last = order;
    }
    return false;
  }

  #forgetRelations(): void {
    this.#lastRelations = [];
    this.#relations.clear();
    this.#pairs.clear();
    this.#sides.clear();
    this.#lanes.clear();
    this.#touchedCorners.clear();
    this.#parting.clear();
    this.#labels.clear();
  }

  #takeCards(elements: readonly RoutableElement[], sizes: ReadonlyMap<string, Size>) {
    const changedIds = new Set<string>();
    const changedBoxes: Box[] = [];
    const gone = new Set(this.#cards.keys());
    for (const element of elements) {
      const size = sizes.get(element.id);
      if (size === undefined) continue;
      gone.delete(element.id);
      const before = this.#cards.get(element.id);
      if (before !== undefined && isSameCard(before, element, size)) continue;
      const card = { id: element.id, type: element.type, box: boxOf(element, size) };
      this.#noteChange(before, changedBoxes);
      this.#cards.set(card.id, card);
      if (isObstacle(card)) this.#boxes.set(card.id, card.box);
      else this.#boxes.delete(card.id);
      this.#noteChange(card, changedBoxes);
      changedIds.add(card.id);
    }
    for (const id of gone) {
      this.#noteChange(this.#cards.get(id), changedBoxes);
      this.#cards.delete(id);
      this.#boxes.delete(id);
      changedIds.add(id);
    }
    return { changedIds, changedBoxes };
  }

  #noteChange(card: RoutedCard | undefined, changedBoxes: Box[]): void {
    if (card !== undefined && isObstacle(card)) changedBoxes.push(card.box);
  }

  #takeRelations(relations: readonly Relation[]) {
    const stale = new Set<string>();
    const touchedSides: string[] = [];
    const changed: RoutedRelation[] = [];
    if (relations === this.#lastRelations) return { stale, touchedSides, changed };
    this.#lastRelations = relations;
    const gone = new Set(this.#relations.keys());
    for (const [order, relation] of relations.entries()) {
      gone.delete(relation.id);
      const known = this.#relations.get(relation.id);
      if (known?.relation === relation) {
        known.order = order;
        continue;
      }
      if (known !== undefined) touchedSides.push(...this.#remove(known, stale));
      const routed = new RoutedRelation(relation, order);
      this.#relations.set(relation.id, routed);
      const pair = this.#pairs.get(routed.pair);
      if (pair === undefined) this.#pairs.set(routed.pair, { members: new Set([routed]) });
      else pair.members.add(routed);
      stale.add(routed.pair);
      changed.push(routed);
    }
    for (const id of gone) {
      const known = this.#relations.get(id);
      if (known !== undefined) touchedSides.push(...this.#remove(known, stale));
    }
    return { stale, touchedSides, changed };
  }

  #remove(routed: RoutedRelation, stale: Set<string>): string[] {
    const touched = this.#sides.strike(routed);
    this.#touch(this.#lanes.strike(routed));
    const before = routed.line;
    delete routed.line;
    this.#parting.remove(routed, before);
    this.#labels.lineChanged(routed, before);
    this.#relations.delete(routed.relation.id);
    const pair = this.#pairs.get(routed.pair);
    pair?.members.delete(routed);
    if (pair?.members.size === 0) this.#pairs.delete(routed.pair);
    stale.add(routed.pair);
    return touched;
  }

  #touch(corners: readonly string[]): void {
    for (const corner of corners) this.#touchedCorners.add(corner);
  }

  #hasMoved({ members }: Pair, changedIds: ReadonlySet<string>): boolean {
    for (const { relation } of members) return changedIds.has(relation.from) || changedIds.has(relation.to);
    return false;
  }

  #isDisturbed({ considered }: Pair, changedBoxes: readonly Box[]): boolean {
    return considered !== undefined && changedBoxes.some((box) => considered.concerns(box));
  }

  #chooseSides(pair: Pair, hasMoved: boolean, sides: Set<string>, bent: Set<RoutedRelation>): void {
    const inOrder = [...pair.members].sort((left, right) => left.order - right.order);
    const relations = inOrder.map(({ relation }) => relation);
    const { endsById, considered } = chooseForPair(
      relations,
      (id) => this.#cards.get(id),
      (area) => this.#obstaclesIn(area, relations[0]),
    );
    if (considered === undefined) delete pair.considered;
    else pair.considered = considered;
    for (const routed of inOrder) {
      const ends = endsById.get(routed.relation.id);
      const before = routed.ends;
      if (before !== undefined && !hasMoved && sameSides(before, ends) && sameVias(before, ends)) continue;
      for (const side of this.#sides.strike(routed)) sides.add(side);
      this.#touch(this.#lanes.strike(routed));
      if (ends === undefined) delete routed.ends;
      else routed.ends = ends;
      for (const side of this.#sides.enter(routed)) sides.add(side);
      this.#touch(this.#lanes.enter(routed));
      bent.add(routed);
    }
  }

  #obstaclesIn(area: Box, between: Relation | undefined): Box[] {
    const found: Box[] = [];
    this.#boxes.forEachIn(area, (id, box) => {
      if (id !== between?.from && id !== between?.to) found.push(box);
    });
    return found;
  }

  #chart(routed: RoutedRelation): void {
    if (this.#relations.get(routed.relation.id) !== routed) return;
    const course = this.#lineOf(routed, AS_CHARTED);
    if (course === undefined) delete routed.course;
    else routed.course = course;
    this.#parting.courseChanged(routed);
  }

  #lineOf(routed: RoutedRelation, { aside, bend }: Deviation): Line | undefined {
    const { startId, endId } = drawnEnds(routed.relation);
    const startCard = this.#cards.get(startId);
    const endCard = this.#cards.get(endId);
    if (routed.ends === undefined || startCard === undefined || endCard === undefined) return undefined;
    const look = relationLook(routed.relation);
    return routedLine(
      routed.ends,
      { card: startCard, along: routed.startAlong, gap: look.startGap },
      { card: endCard, along: routed.endAlong, gap: look.endGap },
      inLanes(routed, aside),
      bend,
    );
  }

  #routes(relations: readonly Relation[]): ReadonlyMap<string, Route> {
    const routes = new Map<string, Route>();
    for (const { id } of relations) {
      const route = this.#relations.get(id)?.route;
      if (route !== undefined) routes.set(id, route);
    }
    return routes;
  }
}

function finish(routed: RoutedRelation): void {
  const { line, label } = routed;
  if (line === undefined) {
    delete routed.route;
    return;
  }
  const { d, points, start, end } = line;
  const { strokeWidth } = relationLook(routed.relation);
  routed.route = { d, points, start, end, strokeWidth, ...(label === undefined ? {} : { label }) };
}

function sameSides(a: ChosenEnds | undefined, b: ChosenEnds | undefined): boolean {
  return a?.startSide === b?.startSide && a?.endSide === b?.endSide;
}

function sameVias(a: ChosenEnds | undefined, b: ChosenEnds | undefined): boolean {
  const one = a?.vias ?? [];
  const other = b?.vias ?? [];
  return one.length === other.length && one.every((via, index) => isSameVia(via, other[index]));
}

function isSameVia(a: Via, b: Via | undefined): boolean {
  return (
    a.x === b?.x &&
    a.y === b.y &&
    a.room === b.room &&
    a.outward.x === b.outward.x &&
    a.outward.y === b.outward.y
  );
}

/** Places stand behind everything: lines and labels may lie on them. */
function isObstacle(card: RoutedCard): boolean {
  return card.type !== "place";
}

function isSameCard(
  { type, box }: RoutedCard,
  { type: newType, position }: RoutableElement,
  size: Size,
): boolean {
  return (
    type === newType &&
    box.x === withinReach(position.x) &&
    box.y === withinReach(position.y) &&
    box.width === size.width &&
    box.height === size.height
  );
}

function boxOf(element: RoutableElement, size: Size): Box {
  return {
    x: withinReach(element.position.x),
    y: withinReach(element.position.y),
    width: size.width,
    height: size.height,
  };
}
