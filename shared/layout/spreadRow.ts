import type { Tie } from "./Unit.ts";

const CARD_GAP = 48;
/** A mark at each end of a line, and some of the line itself. */
const ROOM_AROUND_LABEL = 68;

interface Wanted {
  readonly id: string;
  /** The left edge that would be best. */
  readonly x: number;
  readonly width: number;
}

/** How far apart two neighbours are to be at least. */
export type GapBetween = (left: string, right: string) => number;

/** Cards keep apart; those that are tied to each other, by as much as the words of their lines need. */
export function gapsByTies(ties: readonly Tie[]): GapBetween {
  const widths = new Map(ties.map(({ from, to, labelWidth }) => [pairOf(from, to), labelWidth]));
  return (left, right) => {
    const labelWidth = widths.get(pairOf(left, right));
    return labelWidth === undefined ? CARD_GAP : Math.max(CARD_GAP, labelWidth + ROOM_AROUND_LABEL);
  };
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Left edges of cards in a row, in the order of the cards given, none nearer to the next than the gap between
 * these two, and each as near to where it would best be as the others let it (the least sum of squares).
 */
export function spreadRow(row: readonly Wanted[], gapBetween: GapBetween): ReadonlyMap<string, number> {
  // What the row would be if every card took no room: then only the order is to be kept.
  const starts: number[] = [];
  let used = 0;
  for (const [index, { id, width }] of row.entries()) {
    starts.push(used);
    const next = row[index + 1];
    used += width + (next === undefined ? 0 : gapBetween(id, next.id));
  }
  const runs: { sum: number; count: number }[] = [];
  for (const [index, { x }] of row.entries()) {
    let run = { sum: x - (starts[index] ?? 0), count: 1 };
    for (
      let last = runs.at(-1);
      last !== undefined && last.sum / last.count >= run.sum / run.count;
      last = runs.at(-1)
    ) {
      run = { sum: run.sum + last.sum, count: run.count + last.count };
      runs.pop();
    }
    runs.push(run);
  }
  const lefts = new Map<string, number>();
  let index = 0;
  for (const { sum, count } of runs) {
    for (let member = 0; member < count; member++, index++) {
      const card = row[index];
      if (card !== undefined) lefts.set(card.id, sum / count + (starts[index] ?? 0));
    }
  }
  return lefts;
}
