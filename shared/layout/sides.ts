import { type Box, union } from "../geometry/box.ts";
import type { Point } from "../model/field.ts";
import { toGrid } from "./grid.ts";
import type { Tie, Unit } from "./Unit.ts";

const FORUM_GAP = 40;
/** Between the tiers and the boards at their side, for the lines of the members and their words. */
const SIDE_GAP = 168;

interface Wish {
  readonly unit: Unit;
  /** Where its middle would best be. */
  readonly y: number;
}

/**
 * Puts boards at the left and at the right of what is placed, on the side where they are today, each as high as those it is
 * tied to. `turned` go to the other side. Returns the top left corners of everything.
 */
export function placeAtSides(
  forums: readonly Unit[],
  ties: readonly Tie[],
  placed: ReadonlyMap<string, Box>,
  before: Box | undefined,
  turned: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Point> {
  const corners = new Map<string, Point>([...placed].map(([id, { x, y }]) => [id, { x, y }]));
  if (forums.length === 0) return corners;
  const around = [...placed.values()].reduce<Box | undefined>(
    (all, box) => (all === undefined ? box : union(all, box)),
    undefined,
  ) ?? { x: 0, y: 0, width: 0, height: 0 };
  const wishes = forums.map((unit) => ({ unit, y: wishedHeight(unit, ties, placed, around) }));
  const { left, right } = sidesOf(wishes, ties, placed, around, before, turned);
  const gap = placed.size === 0 ? FORUM_GAP : SIDE_GAP;
  for (const [id, y] of stacked(left)) {
    const unit = forums.find((forum) => forum.id === id);
    corners.set(id, { x: toGrid(around.x - gap - (unit?.width ?? 0)), y });
  }
  for (const [id, y] of stacked(right)) corners.set(id, { x: toGrid(around.x + around.width + gap), y });
  return corners;
}

function neighbours(unit: Unit, ties: readonly Tie[], placed: ReadonlyMap<string, Box>): readonly Box[] {
  return ties.flatMap(({ from, to }) => {
    if (from !== unit.id && to !== unit.id) return [];
    return placed.get(from === unit.id ? to : from) ?? [];
  });
}

function wishedHeight(
  unit: Unit,
  ties: readonly Tie[],
  placed: ReadonlyMap<string, Box>,
  around: Box,
): number {
  const boxes = neighbours(unit, ties, placed);
  if (boxes.length === 0) return around.y + around.height / 2;
  return boxes.reduce((sum, { y, height }) => sum + y + height / 2, 0) / boxes.length;
}

/** Who is clearly at one side today stays there; the others go where those they are tied to are, and where there is room. */
function sidesOf(
  wishes: readonly Wish[],
  ties: readonly Tie[],
  placed: ReadonlyMap<string, Box>,
  around: Box,
  before: Box | undefined,
  turned: ReadonlySet<string>,
): { readonly left: readonly Wish[]; readonly right: readonly Wish[] } {
  const left: Wish[] = [];
  const right: Wish[] = [];
  const middle = before === undefined ? 0 : before.x + before.width / 2;
  const reach = (before?.width ?? 0) / 6;
  const fromFarthest = wishes.toSorted(
    (a, b) => Math.abs(middleOf(b.unit) - middle) - Math.abs(middleOf(a.unit) - middle),
  );
  for (const wish of fromFarthest) {
    const offset = middleOf(wish.unit) - middle;
    const boxes = neighbours(wish.unit, ties, placed);
    const pull =
      boxes.reduce((sum, box) => sum + box.x + box.width / 2, 0) / Math.max(1, boxes.length) -
      (around.x + around.width / 2);
    const fullness = (right.length - left.length) * 120;
    const isRight = Math.abs(offset) > reach ? offset > 0 : (boxes.length === 0 ? 0 : pull) - fullness > 0;
    (isRight !== turned.has(wish.unit.id) ? right : left).push(wish);
  }
  return { left, right };
}

function middleOf({ before }: Unit): number {
  return before.x + before.width / 2;
}

/** The tops of a column in which each is as near to its wish as the others let it, in the order of the wishes. */
function stacked(wishes: readonly Wish[]): ReadonlyMap<string, number> {
  const order = wishes.toSorted((a, b) => a.y - b.y || a.unit.before.y - b.unit.before.y);
  let bottom = Number.NEGATIVE_INFINITY;
  const tops = order.map(({ unit, y }) => {
    const top = Math.max(y - unit.height / 2, bottom);
    bottom = top + unit.height + FORUM_GAP;
    return top;
  });
  const drift =
    order.reduce((sum, { unit, y }, index) => sum + (tops[index] ?? 0) + unit.height / 2 - y, 0) /
    Math.max(1, order.length);
  return new Map(order.map(({ unit }, index) => [unit.id, toGrid((tops[index] ?? 0) - drift)]));
}
