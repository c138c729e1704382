import type { Node } from "@xyflow/react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import type { Watcher } from "./Watchers.ts";

/** What a card shows besides its element. */
export interface CardLook {
  readonly badges: Badges | undefined;
  readonly isHighlighted: boolean;
  readonly watchers: readonly Watcher[] | undefined;
  /** Who else is moving it now. */
  readonly movedBy: Watcher | undefined;
  /** The card in words. */
  readonly description: string;
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
  readonly isSelected: (id: string) => boolean;
  readonly canEdit: boolean;
  readonly lookOf: (element: MapElement) => CardLook;
}

const Z_PLACE = 0;
const Z_CARD = 3;
const Z_MOVED = 4;

/** Turns elements into React Flow's nodes. A node whose card looks as before is the same object, so that it is not drawn again. */
export class CardNodes {
  #nodes = new Map<string, CardNode>();
  #result: CardNode[] = [];

  /** The nodes, places first. The same array if no node has changed. */
  update({ elements, live, isSelected, canEdit, lookOf }: CardsInput): CardNode[] {
    const nodes = new Map<string, CardNode>();
    const places: CardNode[] = [];
    const cards: CardNode[] = [];
    elements.forEach((element, index) => {
      const { position } = live[index] ?? element;
      const look = lookOf(element);
      const selected = isSelected(element.id);
      const before = this.#nodes.get(element.id);
      const data = dataFor(before, element, look);
      const node =
        before !== undefined && isSameNode(before, data, position, selected, canEdit)
          ? before
          : cardNode(data, position, selected, canEdit);
      nodes.set(element.id, node);
      (element.type === "place" ? places : cards).push(node);
    });
    const result = [...places, ...cards];
    const isSame =
      result.length === this.#result.length && result.every((node, index) => node === this.#result[index]);
    this.#nodes = nodes;
    if (!isSame) this.#result = result;
    return this.#result;
  }
}

function dataFor(before: CardNode | undefined, element: MapElement, look: CardLook): CardData {
  const data = before?.data;
  const isSame =
    data?.element === element &&
    data.badges === look.badges &&
    data.isHighlighted === look.isHighlighted &&
    data.watchers === look.watchers &&
    data.movedBy?.clientId === look.movedBy?.clientId &&
    data.description === look.description;
  return isSame ? data : { ...look, element };
}

function isSameNode(
  node: CardNode,
  data: CardData,
  position: Point,
  selected: boolean,
  canEdit: boolean,
): boolean {
  return (
    node.data === data &&
    node.position.x === position.x &&
    node.position.y === position.y &&
    node.selected === selected &&
    node.draggable === canEdit
  );
}

function cardNode(data: CardData, position: Point, selected: boolean, canEdit: boolean): CardNode {
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
    draggable: canEdit,
    selected,
    zIndex: isPlace ? Z_PLACE : data.movedBy === undefined ? Z_CARD : Z_MOVED,
    data,
    ariaLabel: data.description,
    ariaRole: "button",
    domAttributes: { "aria-pressed": selected, "aria-roledescription": "card" },
    // The ground inside a place stays ground; only its frame and its label are taken hold of.
    ...(isPlace && { style: { pointerEvents: "none" }, dragHandle: ".place-hold" }),
  };
}
