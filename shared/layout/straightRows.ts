import { type GapBetween, spreadRow } from "./spreadRow.ts";
import type { Tie, Unit } from "./Unit.ts";

const SWEEPS = 12;

/**
 * Left edges for large maps, for which elkjs takes too long: the order within each row is kept, and cards come to lie, sweep by
 * sweep downwards and upwards, as straight below and above what they are tied to as their neighbours let them.
 */
export function straightRows(
  rows: readonly (readonly Unit[])[],
  ties: readonly Tie[],
  gapBetween: GapBetween,
): ReadonlyMap<string, number> {
  const widths = new Map(rows.flat().map(({ id, width }) => [id, width]));
  const tied = new Map<string, string[]>();
  for (const { from, to } of ties) {
    if (!widths.has(from) || !widths.has(to)) continue;
    tied.set(from, [...(tied.get(from) ?? []), to]);
    tied.set(to, [...(tied.get(to) ?? []), from]);
  }
  const lefts = new Map(rows.flat().map(({ id, before }) => [id, before.x]));
  const middle = (id: string) => (lefts.get(id) ?? 0) + (widths.get(id) ?? 0) / 2;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const wanted = row.map(({ id, width }) => {
        const others = tied.get(id) ?? [];
        const mean = others.reduce((sum, other) => sum + middle(other), 0) / others.length;
        return { id, width, x: others.length === 0 ? (lefts.get(id) ?? 0) : mean - width / 2 };
      });
      for (const [id, x] of spreadRow(wanted, gapBetween)) lefts.set(id, x);
    }
  }
  return lefts;
}
