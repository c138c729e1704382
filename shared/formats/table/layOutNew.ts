import { cardSize } from "../../drawing/cardSize.ts";
import type { MapElement } from "../../model/element.ts";
import type { Point, Size } from "../../model/field.ts";
import { isCommissionerKind } from "../../model/organisationKind.ts";
import type { Relation } from "../../model/relation.ts";

const GAP = { x: 48, y: 48 };
/** Between tiers there is room for the lines and what stands on them. */
const TIER_GAP = 120;
const FEWEST_A_ROW = 4;
/** Cards are wider than high, and so are screens: rows of a long list. */
const WIDER_THAN_HIGH = 0.9;
const gridUnits = 4;

/** Where new cards lie among themselves: their positions, from the origin, and the room that they take. */
export interface Arrangement {
  readonly positions: ReadonlyMap<string, Point>;
  readonly size: Size;
}

interface Sized {
  readonly id: string;
  readonly size: Size;
}

/**
 * Arranges new cards: buyers above, contracts and what lies between them in the middle, the rest below, each near what it is joined to;
 * cards that nothing joins in a grid.
 */
export function layOutNew(elements: readonly MapElement[], relations: readonly Relation[]): Arrangement {
  const steps = layOutByCards(elements, relations);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one card a step: the size of a card follows from its text, and that of thousands takes a while. */
export function* layOutByCards(
  elements: readonly MapElement[],
  relations: readonly Relation[],
): Generator<void, Arrangement> {
  const sizes = new Map<string, Size>();
  for (const element of elements) {
    sizes.set(element.id, cardSize(element));
    yield;
  }
  const tiers = tiersOf(elements, relations).map((tier) =>
    tier.map(({ id }): Sized => ({ id, size: sizes.get(id) ?? { width: 0, height: 0 } })),
  );
  const longest = tiers.reduce((most, { length }) => Math.max(most, length), 0);
  const perRow = Math.max(FEWEST_A_ROW, Math.ceil(Math.sqrt(longest * WIDER_THAN_HIGH)));
  const blocks = tiers.map((tier) => arrangeRows(tier, perRow));
  const width = blocks.reduce((widest, { size }) => Math.max(widest, size.width), 0);
  const positions = new Map<string, Point>();
  let top = 0;
  for (const block of blocks) {
    const left = toGrid((width - block.size.width) / 2);
    for (const [id, { x, y }] of block.positions) positions.set(id, { x: x + left, y: y + top });
    top = toGrid(top + block.size.height + TIER_GAP);
  }
  return { positions, size: { width, height: Math.max(0, top - TIER_GAP) } };
}

/** The tiers that have cards, from above, each in an order that keeps what is joined close together. */
function tiersOf(
  elements: readonly MapElement[],
  relations: readonly Relation[],
): readonly (readonly MapElement[])[] {
  const tiers: MapElement[][] = [[], [], []];
  for (const element of elements) tiers[tierOf(element)]?.push(element);
  const joined = new Map<string, string[]>();
  for (const { from, to } of relations) {
    for (const [end, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const others = joined.get(end);
      if (others) others.push(other);
      else joined.set(end, [other]);
    }
  }
  const place = new Map<string, number>();
  const ordered = tiers
    .filter(({ length }) => length > 0)
    .map((tier) => {
      const wish = new Map(
        tier.map(({ id }, index) => [id, meanPlace(joined.get(id), place) ?? index / tier.length]),
      );
      const sorted = tier.toSorted((one, other) => (wish.get(one.id) ?? 0) - (wish.get(other.id) ?? 0));
      for (const [index, { id }] of sorted.entries()) place.set(id, index / sorted.length);
      return sorted;
    });
  return ordered;
}

function meanPlace(
  ids: readonly string[] | undefined,
  place: ReadonlyMap<string, number>,
): number | undefined {
  const places = (ids ?? []).flatMap((id) => place.get(id) ?? []);
  return places.length === 0 ? undefined : places.reduce((sum, one) => sum + one, 0) / places.length;
}

function tierOf(element: MapElement): 0 | 1 | 2 {
  if (element.type === "organisation") return isCommissionerKind(element.kind) ? 0 : 2;
  return 1;
}

function arrangeRows(cards: readonly Sized[], perRow: number): Arrangement {
  const positions = new Map<string, Point>();
  const columns = Math.min(perRow, Math.max(cards.length, 1));
  const columnWidth = cards.reduce((widest, { size }) => Math.max(widest, size.width), 0);
  let top = 0;
  for (let first = 0; first < cards.length; first += columns) {
    const row = cards.slice(first, first + columns);
    for (const [index, { id, size }] of row.entries())
      positions.set(id, {
        x: toGrid(index * (columnWidth + GAP.x) + (columnWidth - size.width) / 2),
        y: top,
      });
    top = toGrid(top + row.reduce((highest, { size }) => Math.max(highest, size.height), 0) + GAP.y);
  }
  const width = columns * columnWidth + (columns - 1) * GAP.x;
  return { positions, size: { width, height: Math.max(0, top - GAP.y) } };
}

function toGrid(value: number): number {
  return Math.round(value / gridUnits) * gridUnits;
}
