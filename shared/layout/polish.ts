import { type Box, boundsOf } from "../geometry/box.ts";
import type { Point } from "../model/field.ts";
import { toGrid } from "./grid.ts";
import { placeAtSides } from "./sides.ts";
import { type GapBetween, gapsByTies, spreadRow } from "./spreadRow.ts";
import { middleBefore } from "./tieredLayout.ts";
import { type Move, turnedPairs } from "./turnedPairs.ts";
import type { Tie, Unit } from "./Unit.ts";

/** What one pair of cards costs that has changed its order from left to right. */
export const TURNED_PAIR = 0.75;

/** How well a layout reads, without what is counted here: smaller is better. */
export type Judge = (corners: ReadonlyMap<string, Point>) => number;

/**
 * Betters a layout by small changes within its rows, as the finished drawing is judged: two neighbours swapped, a card put
 * straight above or below what it is tied to, a board put at the other side. Ends when nothing helps, or when no more may be tried.
 */
export function polished(
  units: readonly Unit[],
  ties: readonly Tie[],
  corners: ReadonlyMap<string, Point>,
  judge: Judge,
  mayTry: () => boolean,
): ReadonlyMap<string, Point> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const costOf = (layout: ReadonlyMap<string, Point>) =>
    judge(layout) + TURNED_PAIR * turnedPairs(movesOf(units, layout));
  let best = corners;
  let isOver = !mayTry();
  if (isOver) return corners;
  let least = costOf(corners);
  const attempt = (layout: ReadonlyMap<string, Point> | undefined): boolean => {
    isOver ||= layout !== undefined && !mayTry();
    if (layout === undefined || isOver) return false;
    const cost = costOf(layout);
    if (cost >= least - 0.01) return false;
    best = layout;
    least = cost;
    return true;
  };
  const gapBetween = gapsByTies(ties);
  for (const turned of sideChoices(units)) attempt(withForums(units, ties, best, turned));
  for (let hasHelped = true; hasHelped && !isOver; ) {
    hasHelped = false;
    for (const row of rowsIn(units, best)) {
      for (let place = 0; place + 1 < row.length; place++) {
        const turned = row.with(place, row[place + 1] ?? "").with(place + 1, row[place] ?? "");
        if (attempt(inOrder(turned, best, byId, gapBetween))) hasHelped = true;
      }
      for (const id of row) {
        for (const x of straightLefts(id, ties, best, byId))
          if (attempt(slid(id, x, best, byId, gapBetween))) hasHelped = true;
      }
    }
  }
  return best;
}

function movesOf(units: readonly Unit[], corners: ReadonlyMap<string, Point>): readonly Move[] {
  return units.flatMap(({ id, before, width, height }) => {
    const corner = corners.get(id);
    return corner === undefined ? [] : { before, after: { ...corner, width, height } };
  });
}

/** Which boards to try at the other side: each by itself, and all. */
function sideChoices(units: readonly Unit[]): readonly ReadonlySet<string>[] {
  const forums = units.filter(({ role }) => role === "forum").map(({ id }) => id);
  return [...forums.map((id) => new Set([id])), ...(forums.length > 1 ? [new Set(forums)] : [])];
}

/** The boards put at the sides anew. */
function withForums(
  units: readonly Unit[],
  ties: readonly Tie[],
  corners: ReadonlyMap<string, Point>,
  turned: ReadonlySet<string>,
): ReadonlyMap<string, Point> {
  const placed = new Map<string, Box>();
  for (const { id, role, width, height } of units) {
    const corner = corners.get(id);
    if (role === "tiered" && corner !== undefined) placed.set(id, { ...corner, width, height });
  }
  const forums = units.filter(({ role }) => role === "forum");
  return placeAtSides(forums, ties, placed, boundsOf(units.map(middleBefore)), turned);
}

/** The ids of what lies level, from left to right. */
function rowsIn(units: readonly Unit[], corners: ReadonlyMap<string, Point>): readonly (readonly string[])[] {
  const rows = new Map<number, Unit[]>();
  for (const unit of units) {
    if (unit.role !== "tiered") continue;
    const middle = Math.round(((corners.get(unit.id)?.y ?? 0) + unit.height / 2) / 8);
    const level = rows.get(middle) ?? rows.get(middle - 1) ?? rows.get(middle + 1);
    if (level === undefined) rows.set(middle, [unit]);
    else level.push(unit);
  }
  const left = ({ id }: Unit) => corners.get(id)?.x ?? 0;
  return [...rows.values()].map((row) => row.sort((a, b) => left(a) - left(b)).map(({ id }) => id));
}

/** The row in another order, over the same stretch. */
function inOrder(
  row: readonly string[],
  corners: ReadonlyMap<string, Point>,
  byId: ReadonlyMap<string, Unit>,
  gapBetween: GapBetween,
): ReadonlyMap<string, Point> {
  const middles = row.map((id) => middleOf(id, corners, byId)).sort((a, b) => a - b);
  const wanted = row.map((id, place) => {
    const width = byId.get(id)?.width ?? 0;
    return { id, width, x: (middles[place] ?? 0) - width / 2 };
  });
  return withLefts(corners, spreadRow(wanted, gapBetween));
}

function slid(
  id: string,
  x: number,
  corners: ReadonlyMap<string, Point>,
  byId: ReadonlyMap<string, Unit>,
  gapBetween: GapBetween,
): ReadonlyMap<string, Point> | undefined {
  const own = byId.get(id);
  const corner = corners.get(id);
  if (own === undefined || corner === undefined || toGrid(x) === corner.x) return undefined;
  for (const other of byId.values()) {
    const at = corners.get(other.id);
    if (other.id === id || at === undefined) continue;
    const isLevel = at.y < corner.y + own.height && corner.y < at.y + other.height;
    const gap = gapBetween(id, other.id);
    if (isLevel && at.x < x + own.width + gap && x < at.x + other.width + gap) return undefined;
  }
  return new Map(corners).set(id, { x: toGrid(x), y: corner.y });
}

/** Where a card is straight above or below one that it is tied to, or in the middle of them all. */
function straightLefts(
  id: string,
  ties: readonly Tie[],
  corners: ReadonlyMap<string, Point>,
  byId: ReadonlyMap<string, Unit>,
): readonly number[] {
  const half = (byId.get(id)?.width ?? 0) / 2;
  const middles = ties.flatMap(({ from, to }) => {
    const other = from === id ? to : to === id ? from : undefined;
    return other !== undefined && byId.get(other)?.role === "tiered" ? middleOf(other, corners, byId) : [];
  });
  if (middles.length === 0) return [];
  const mean = middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
  return [...new Set([mean, ...middles])].map((middle) => middle - half);
}

function middleOf(id: string, corners: ReadonlyMap<string, Point>, byId: ReadonlyMap<string, Unit>): number {
  return (corners.get(id)?.x ?? 0) + (byId.get(id)?.width ?? 0) / 2;
}

function withLefts(
  corners: ReadonlyMap<string, Point>,
  lefts: ReadonlyMap<string, number>,
): ReadonlyMap<string, Point> {
  const moved = new Map(corners);
  for (const [id, x] of lefts) moved.set(id, { x: toGrid(x), y: moved.get(id)?.y ?? 0 });
  return moved;
}
