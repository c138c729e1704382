import { type Box, boundsOf } from "../geometry/box.ts";
import type { Point } from "../model/field.ts";
import { elkGraph, type OrderInRows } from "./elkGraph.ts";
import type { LayoutEngine } from "./engine.ts";
import { toGrid } from "./grid.ts";
import { rowsOf } from "./rows.ts";
import { placeAtSides } from "./sides.ts";
import { gapsByTies, spreadRow } from "./spreadRow.ts";
import { straightRows } from "./straightRows.ts";
import type { Tie, Unit } from "./Unit.ts";

/**
 * How much of today's order from left to right is given up for fewer crossings; "in place": none of it, also from row to row, and every
 * card stays as far left or right as its row lets it.
 */
export type OrderKept = OrderInRows | "in place";

/** With more cards than this the engine takes seconds on a small computer. */
const MOST_FOR_ENGINE = 120;
const LEAST_ROW_GAP = 88;
const LARGEST_ROW_GAP = 220;

/**
 * Where the units go, around wherever suits: tiers from above to below, boards at the sides. Notes are left out.
 * @throws what the engine throws.
 */
export async function tieredLayout(
  engine: LayoutEngine,
  units: readonly Unit[],
  ties: readonly Tie[],
  order: OrderKept,
): Promise<ReadonlyMap<string, Point>> {
  const tiered = units.filter(({ role }) => role === "tiered");
  const rows = rowsOf(tiered, ties);
  const gapBetween = gapsByTies(ties);
  const lefts =
    order === "in place"
      ? new Map(tiered.map((unit) => [unit.id, middleBefore(unit).x - unit.width / 2]))
      : tiered.length > MOST_FOR_ENGINE
        ? straightRows(rows, ties, gapBetween)
        : await leftsFromEngine(engine, rows, ties, order);
  const places = new Map<string, Box>();
  const gaps = gapsBelow(rows, ties);
  let top = 0;
  for (const [index, row] of rows.entries()) {
    const height = Math.max(...row.map((unit) => unit.height));
    const wanted = row.map(({ id, width }) => ({ id, width, x: lefts.get(id) ?? 0 }));
    const spread = spreadRow(
      wanted.sort((one, other) => one.x - other.x),
      gapBetween,
    );
    for (const unit of row) {
      const y = toGrid(top + (height - unit.height) / 2);
      places.set(unit.id, { x: toGrid(spread.get(unit.id) ?? 0), y, width: unit.width, height: unit.height });
    }
    top = toGrid(top + height + (gaps[index] ?? LEAST_ROW_GAP));
  }
  const forums = units.filter(({ role }) => role === "forum");
  return placeAtSides(forums, ties, places, boundsOf(units.map(middleBefore)));
}

async function leftsFromEngine(
  engine: LayoutEngine,
  rows: readonly (readonly Unit[])[],
  ties: readonly Tie[],
  order: OrderInRows,
): Promise<ReadonlyMap<string, number>> {
  const graph = await engine.layout(elkGraph(rows, ties, order));
  return new Map((graph.children ?? []).map(({ id, x }) => [id, x ?? 0]));
}

/** The middle of where a unit stands today. */
export function middleBefore({ before }: Unit): Point {
  return { x: before.x + before.width / 2, y: before.y + before.height / 2 };
}

/** How much room each row leaves below it for the words of the lines that run there. */
function gapsBelow(rows: readonly (readonly Unit[])[], ties: readonly Tie[]): readonly number[] {
  const rowOf = new Map(rows.flatMap((row, index) => row.map(({ id }) => [id, index] as const)));
  const wanted = rows.map(() => LEAST_ROW_GAP);
  const ending = rows.map(() => 0);
  for (const tie of ties) {
    const from = rowOf.get(tie.from);
    const to = rowOf.get(tie.to);
    if (from === undefined || to === undefined || from === to) continue;
    const above = Math.min(from, to);
    if (Math.abs(from - to) === 1) wanted[above] = Math.max(wanted[above] ?? 0, tie.labelHeight + 64);
    ending[above] = (ending[above] ?? 0) + tie.count;
  }
  return wanted.map((gap, index) => {
    const density = (ending[index] ?? 0) / Math.max(1, rows[index]?.length ?? 1);
    return Math.min(LARGEST_ROW_GAP, gap + Math.max(0, density - 2) * 12);
  });
}
