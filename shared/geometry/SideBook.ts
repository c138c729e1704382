import { arrowHalfWidth, relationLook } from "../drawing/relationLook.ts";
import { anchorPoint, isHorizontal, spreadAnchors, wantedAnchor } from "./anchors.ts";
import { anchorRange, type Side } from "./outline.ts";
import { drawnEnds } from "./PairGroup.ts";
import type { RoutedRelation } from "./RoutedRelation.ts";
import type { RoutedCard } from "./route.ts";

/** One end of a relation, at a side of a card. */
interface SideEntry {
  readonly routed: RoutedRelation;
  readonly isStart: boolean;
}

interface CardSide {
  readonly cardId: string;
  readonly side: Side;
  readonly entries: SideEntry[];
}

/** Which lines meet which side of which card, and where. */
export class SideBook {
  readonly #sides = new Map<string, CardSide>();
  readonly #card: (id: string) => RoutedCard | undefined;

  constructor(card: (id: string) => RoutedCard | undefined) {
    this.#card = card;
  }

  /** Enters both ends of a relation whose sides are chosen. Says which sides that touches. */
  enter(routed: RoutedRelation): string[] {
    return this.#ends(routed).map(({ cardId, side, isStart }) => {
      const key = `${side}/${cardId}`;
      const entry = { routed, isStart };
      const known = this.#sides.get(key);
      if (known === undefined) this.#sides.set(key, { cardId, side, entries: [entry] });
      else known.entries.push(entry);
      return key;
    });
  }

  /** Strikes out both ends of a relation, before its sides change. Says which sides that touches. */
  strike(routed: RoutedRelation): string[] {
    return this.#ends(routed).map(({ cardId, side }) => {
      const key = `${side}/${cardId}`;
      const known = this.#sides.get(key);
      const left = (known?.entries ?? []).filter((entry) => entry.routed !== routed);
      if (left.length === 0) this.#sides.delete(key);
      else this.#sides.set(key, { cardId, side, entries: left });
      return key;
    });
  }

  clear(): void {
    this.#sides.clear();
  }

  /** Spreads the lines along a side. Gives back the relations that meet it elsewhere than before. */
  spread(key: string): RoutedRelation[] {
    const found = this.#sides.get(key);
    const card = found && this.#card(found.cardId);
    if (found === undefined || card === undefined) return [];
    const { side } = found;
    const placed = found.entries
      .map((entry) => ({ entry, ...this.#wish(card, side, entry) }))
      .sort((left, right) => left.towards - right.towards || left.rank - right.rank);
    const positions = spreadAnchors(placed, anchorRange(card.type, card.box, side));
    const changed: RoutedRelation[] = [];
    for (const [index, { entry }] of placed.entries()) {
      const along = positions[index] ?? 0;
      const { routed, isStart } = entry;
      if ((isStart ? routed.startAlong : routed.endAlong) === along) continue;
      if (isStart) routed.startAlong = along;
      else routed.endAlong = along;
      changed.push(routed);
    }
    return changed;
  }

  #wish(card: RoutedCard, side: Side, { routed, isStart }: SideEntry) {
    const { startId, endId } = drawnEnds(routed.relation);
    const other = this.#card(isStart ? endId : startId) ?? card;
    const otherSide = (isStart ? routed.ends?.endSide : routed.ends?.startSide) ?? "top";
    const { vias = [] } = routed.ends ?? {};
    const target =
      (isStart ? vias[0] : vias.at(-1)) ??
      anchorPoint(other, otherSide, wantedAnchor(other, otherSide, card, side));
    // Lines between the same two sides keep their order only if it is read clockwise at one card and anticlockwise at the other.
    const isClockwise = side === "top" || side === "right";
    const isFirst = card.id < other.id;
    return {
      wanted: wantedAnchor(card, side, other, otherSide),
      width: 2 * arrowHalfWidth(relationLook(routed.relation).strokeWidth),
      towards: isHorizontal(side) ? target.x : target.y,
      rank: isClockwise === isFirst ? routed.order : -routed.order,
    };
  }

  #ends(routed: RoutedRelation): { cardId: string; side: Side; isStart: boolean }[] {
    if (routed.ends === undefined) return [];
    const { startId, endId } = drawnEnds(routed.relation);
    return [
      { cardId: startId, side: routed.ends.startSide, isStart: true },
      { cardId: endId, side: routed.ends.endSide, isStart: false },
    ];
  }
}
