import type { Tie, Unit } from "./Unit.ts";

/** No more rows than this are made of one tier because of who pays or owns whom in it. */
const MOST_ROWS_BY_TIES = 4;
const NARROWEST_ROW = 1400;
const GAP = 72;
/** Width to height of a map that suits a screen and a sheet of paper. */
const WANTED_SHAPE = 1.5;
const ROW_HEIGHT = 240;

/**
 * The rows of a tidy map from above to below, each in today's order from left to right: every tier is at least one; who pays or
 * owns lies above who is paid or owned in the same tier; and what would be too wide is broken into staggered rows.
 */
export function rowsOf(units: readonly Unit[], ties: readonly Tie[]): readonly (readonly Unit[])[] {
  const depths = depthsInTier(units, ties);
  const rows = new Map<number, Unit[]>();
  for (const unit of units) {
    const row = unit.tier * MOST_ROWS_BY_TIES + (depths.get(unit.id) ?? 0);
    rows.set(row, [...(rows.get(row) ?? []), unit]);
  }
  const widest = widestRow(units);
  return [...rows.entries()]
    .sort(([one], [other]) => one - other)
    .flatMap(([, row]) => broken(row.toSorted(fromLeftToRight), widest));
}

/** The order in which the reader meets units today. */
export function fromLeftToRight(a: Unit, b: Unit): number {
  return (
    a.before.x + a.before.width / 2 - (b.before.x + b.before.width / 2) ||
    a.before.y - b.before.y ||
    (a.id < b.id ? -1 : 1)
  );
}

function depthsInTier(units: readonly Unit[], ties: readonly Tie[]): ReadonlyMap<string, number> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = new Map<string, string[]>();
  for (const tie of ties) {
    const from = byId.get(tie.from);
    const to = byId.get(tie.to);
    if (from === undefined || to === undefined || from.tier !== to.tier || !tie.isDownward) continue;
    below.set(from.id, [...(below.get(from.id) ?? []), to.id]);
  }
  const depths = new Map<string, number>();
  const visit = (id: string, depth: number, path: ReadonlySet<string>) => {
    if ((depths.get(id) ?? -1) >= depth) return;
    depths.set(id, depth);
    if (depth + 1 >= MOST_ROWS_BY_TIES) return;
    for (const next of below.get(id) ?? [])
      if (!path.has(next)) visit(next, depth + 1, new Set([...path, next]));
  };
  const isBelow = new Set([...below.values()].flat());
  const fromAbove = units.toSorted((a, b) => a.before.y - b.before.y);
  for (const { id } of fromAbove) if (!isBelow.has(id)) visit(id, 0, new Set([id]));
  // What is left goes round in circles: the one that stands highest today begins.
  for (const { id } of fromAbove) if (!depths.has(id)) visit(id, 0, new Set([id]));
  return depths;
}

function widestRow(units: readonly Unit[]): number {
  const area = units.reduce((sum, { width }) => sum + (width + GAP) * ROW_HEIGHT, 0);
  return Math.max(NARROWEST_ROW, Math.sqrt(area * WANTED_SHAPE) * 1.2);
}

/** Breaks a row that is too wide: neighbours go to different rows, so that lines pass between the cards above them. */
function broken(row: readonly Unit[], widest: number): readonly (readonly Unit[])[] {
  const width = row.reduce((sum, unit) => sum + unit.width + GAP, 0);
  const count = Math.ceil(width / widest);
  if (count <= 1) return [row];
  return Array.from({ length: count }, (_, index) => row.filter((_unit, place) => place % count === index));
}
