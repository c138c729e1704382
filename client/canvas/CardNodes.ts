import type { Node } from "@xyflow/react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { isLocked } from "../../shared/model/locked.ts";
import type { Watcher } from "./Watchers.ts";

/** What a card shows besides its element. */
export interface CardLook {
  readonly badges: Badges | undefined;
  readonly isHighlighted: boolean;
  /** Drawn faintly: filters, focus or search are about others. */
  readonly isDimmed: boolean;
  readonly watchers: readonly Watcher[] | undefined;
  /** Who else is moving it now. */
  readonly movedBy: Watcher | undefined;
  /** The card in words. */
  readonly description: string;
  /** What it is connected to, in words. */
  readonly connections?: string;
}

export interface CardData extends CardLook, Record<string, unknown> {
  /** As it stands in the document: a move in progress changes the node's position, not this. */
  readonly element: MapElement;
}

export type CardNode = Node<CardData, "card">;

/** What decides how the cards look now. */
export interface CardsInput {
  /** The elements to show, in document order, as they stand in the document. */
  readonly elements: readonly MapElement[];
  /** Where each stands now, in the same order. */
  readonly live: readonly MapElement[];
  readonly selected: ReadonlySet<string>;
  readonly canEdit: boolean;
  /** The same function for as long as no look has changed, other than by a change of its element. */
  readonly lookOf: (element: MapElement) => CardLook;
}

const Z_PLACE = 0;
const Z_CARD = 3;
const Z_MOVED = 4;

/** Turns elements into React Flow's nodes. A node whose card looks as before is the same object, so that it is not drawn again. */
export class CardNodes {
  #nodes = new Map<string, CardNode>();
  #result: CardNode[] = [];
  #last: CardsInput | undefined;

  /** The nodes, places first. The same array if no node has changed. */
  update(input: CardsInput): CardNode[] {
    const last = this.#last;
    this.#last = input;
    const isOnlyMoved =
      last?.elements === input.elements &&
      last.selected === input.selected &&
      last.canEdit === input.canEdit &&
      last.lookOf === input.lookOf;
    if (isOnlyMoved) this.#move(last.live, input.live);
    else this.#make(input);
    return this.#result;
  }

  /** A drag moves a few of thousands, many times a second. */
  #move(before: readonly MapElement[], live: readonly MapElement[]): void {
    const moved = new Map<CardNode, CardNode>();
    for (const [index, { id, position }] of live.entries()) {
      if (live[index] === before[index]) continue;
      const node = this.#nodes.get(id);
      if (node === undefined || (node.position.x === position.x && node.position.y === position.y)) continue;
      const zIndex = node.zIndex === Z_PLACE ? Z_PLACE : Z_MOVED;
      const now = { ...node, position: { x: position.x, y: position.y }, zIndex };
      moved.set(node, now);
      this.#nodes.set(id, now);
    }
    if (moved.size > 0) this.#result = this.#result.map((node) => moved.get(node) ?? node);
  }

  #make({ elements, live, selected, canEdit, lookOf }: CardsInput): void {
    const nodes = new Map<string, CardNode>();
    const places: CardNode[] = [];
    const cards: CardNode[] = [];
    elements.forEach((element, index) => {
      const { position } = live[index] ?? element;
      const look = lookOf(element);
      const isSelected = selected.has(element.id);
      const before = this.#nodes.get(element.id);
      const data = dataFor(before, element, look);
      const isDraggable = canEdit && !isLocked(element);
      const node =
        before !== undefined && isSameNode(before, data, position, isSelected, isDraggable)
          ? before
          : cardNode(data, position, isSelected, isDraggable);
      nodes.set(element.id, node);
      (element.type === "place" ? places : cards).push(node);
    });
    const result = [...places, ...cards];
    const isSame =
      result.length === this.#result.length && result.every((node, index) => node === this.#result[index]);
    this.#nodes = nodes;
    if (!isSame) this.#result = result;
  }
}

function dataFor(before: CardNode | undefined, element: MapElement, look: CardLook): CardData {
  const data = before?.data;
  const isSame =
    data?.element === element &&
    data.badges === look.badges &&
    data.isHighlighted === look.isHighlighted &&
    data.isDimmed === look.isDimmed &&
    data.watchers === look.watchers &&
    data.movedBy?.clientId === look.movedBy?.clientId &&
    data.description === look.description &&
    data.connections === look.connections;
  return isSame ? data : { ...look, element };
}

function isSameNode(
  node: CardNode,
  data: CardData,
  position: Point,
  selected: boolean,
  isDraggable: boolean,
): boolean {
  return (
    node.data === data &&
    node.position.x === position.x &&
    node.position.y === position.y &&
    node.selected === selected &&
    node.draggable === isDraggable &&
    node.zIndex === zIndexOf(data)
  );
}

function zIndexOf({ element, movedBy }: CardData): number {
  if (element.type === "place") return Z_PLACE;
  return movedBy === undefined ? Z_CARD : Z_MOVED;
}

function cardNode(data: CardData, position: Point, selected: boolean, isDraggable: boolean): CardNode {
  const { element } = data;
  const { width, height } = cardSize(element);
  const isPlace = element.type === "place";
  return {
    id: element.id,
    type: "card",
    position: { x: position.x, y: position.y },
    width,
    height,
    measured: { width, height },
    handles: [],
    draggable: isDraggable,
    selected,
    zIndex: zIndexOf(data),
    data,
    ariaLabel: data.description,
    ariaRole: "button",
    domAttributes: {
      "aria-pressed": selected,
      "aria-roledescription": "card",
      "aria-description": data.connections,
    },
    // The ground inside a place stays ground; only its frame and its label are taken hold of.
    ...(isPlace && { style: { pointerEvents: "none" }, dragHandle: ".place-hold" }),
  };
}
