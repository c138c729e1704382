import type { Relation } from "../model/relation.ts";
import type { Box } from "./box.ts";
import type { Considered } from "./Considered.ts";
import { chooseSides } from "./chooseSides.ts";
import type { Side } from "./outline.ts";
import type { RoutedCard } from "./route.ts";
import type { Via } from "./waysAround.ts";

/** The two cards that a relation is drawn between, in the direction it reads: `holds` runs from the contract to its holder. */
export function drawnEnds(relation: Relation): { readonly startId: string; readonly endId: string } {
  return relation.type === "holds"
    ? { startId: relation.to, endId: relation.from }
    : { startId: relation.from, endId: relation.to };
}

/** The key of all relations between two cards, whichever way they run. */
export function pairKey(relation: Relation): string {
  return relation.from < relation.to
    ? JSON.stringify([relation.from, relation.to])
    : JSON.stringify([relation.to, relation.from]);
}

/** Money and contracts take the most direct way, what merely stands behind them goes around. */
const DIRECTNESS: Readonly<Record<Relation["type"], number>> = {
  pays: 0,
  commissions: 1,
  holds: 1,
  under: 1,
  hosts: 2,
  governs: 2,
  member: 3,
  partners: 3,
  delegates: 3,
  owns: 4,
  guarantees: 5,
};

export interface ChosenEnds {
  readonly startSide: Side;
  readonly endSide: Side;
  /** What the line goes through, from its start to its end. */
  readonly vias?: readonly Via[];
}

export interface PairChoice {
  readonly endsById: ReadonlyMap<string, ChosenEnds>;
  readonly considered?: Considered;
}

/** Chooses the sides for all relations between two cards; `relations` in document order. Without both cards there is nothing to choose. */
export function chooseForPair(
  relations: readonly Relation[],
  card: (id: string) => RoutedCard | undefined,
  obstaclesIn: (area: Box) => readonly Box[],
): PairChoice {
  const endsById = new Map<string, ChosenEnds>();
  const [some] = relations;
  if (some === undefined) return { endsById };
  const [aId, bId] = some.from < some.to ? [some.from, some.to] : [some.to, some.from];
  const a = card(aId);
  const b = card(bId);
  if (a === undefined || b === undefined) return { endsById };
  const inTurn = relations.toSorted((left, right) => DIRECTNESS[left.type] - DIRECTNESS[right.type]);
  const { choices, considered } = chooseSides(a, b, inTurn.length, obstaclesIn);
  for (const [index, { sideA, sideB, vias }] of choices.entries()) {
    const relation = inTurn[index];
    if (relation === undefined) break;
    const isForward = drawnEnds(relation).startId === aId;
    endsById.set(relation.id, {
      startSide: isForward ? sideA : sideB,
      endSide: isForward ? sideB : sideA,
      ...(vias === undefined ? {} : { vias: isForward ? vias : vias.toReversed() }),
    });
  }
  return { endsById, considered };
}
