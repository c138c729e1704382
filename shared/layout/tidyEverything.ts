import { BoxGrid } from "../geometry/BoxGrid.ts";
import { type Box, intersects } from "../geometry/box.ts";
import type { Point } from "../model/field.ts";
import type { LayoutEngine } from "./engine.ts";
import { toGrid } from "./grid.ts";
import { type Arrangement, boxAround, type LayOutOptions, layOut } from "./layOut.ts";
import { wayToFreeRoom } from "./nearestFree.ts";
import type { Pieces } from "./Pieces.ts";

const GAP = 24;

/** Where everything goes when the whole map is tidied, around the same middle as before; what is locked stays. */
export async function tidyEverything(
  engine: LayoutEngine,
  pieces: Pieces,
  options: LayOutOptions,
): Promise<Arrangement> {
  const members = pieces.membersOf(undefined);
  const laidOut = await layOut(engine, pieces, members, options);
  const fixed = members.filter(({ id }) => pieces.isFixed(id));
  const way = fixed.length === 0 ? wayBetweenMiddles(pieces, laidOut) : wayToFixed(pieces, laidOut, fixed);
  const arrangement = new Map(
    [...laidOut].map(([id, box]) => [id, { ...box, x: box.x + way.x, y: box.y + way.y }]),
  );
  if (fixed.length > 0) makeRoomForFixed(pieces, arrangement);
  return arrangement;
}

function wayBetweenMiddles(pieces: Pieces, laidOut: Arrangement): Point {
  const before = boxAround(pieces.boxes.values());
  const after = boxAround(laidOut.values());
  if (before === undefined || after === undefined) return { x: 0, y: 0 };
  return {
    x: toGrid(before.x + before.width / 2 - after.x - after.width / 2),
    y: toGrid(before.y + before.height / 2 - after.y - after.height / 2),
  };
}

/** The way by which what is fixed comes to lie, on the whole, where it is. */
function wayToFixed(pieces: Pieces, laidOut: Arrangement, fixed: readonly { readonly id: string }[]): Point {
  let x = 0;
  let y = 0;
  for (const { id } of fixed) {
    const now = pieces.boxes.get(id);
    const then = laidOut.get(id);
    if (now === undefined || then === undefined) continue;
    x += now.x - then.x;
    y += now.y - then.y;
  }
  return { x: toGrid(x / fixed.length), y: toGrid(y / fixed.length) };
}

function makeRoomForFixed(pieces: Pieces, arrangement: Map<string, Box>): void {
  const taken = new BoxGrid<string>();
  const members = pieces.membersOf(undefined);
  for (const id of arrangement.keys()) {
    const box = pieces.boxes.get(id);
    if (pieces.isFixed(id) && box !== undefined) arrangement.set(id, box);
  }
  const fixedBoxes = members.flatMap(({ id }) => (pieces.isFixed(id) ? (arrangement.get(id) ?? []) : []));
  for (const [index, box] of fixedBoxes.entries()) taken.set(`fixed ${index}`, box);
  const free = members.filter(({ id }) => !pieces.isFixed(id));
  const isInTheWay = (box: Box) => fixedBoxes.some((other) => intersects(box, other));
  const inTheWay = free.filter(({ id }) => isInTheWay(arrangement.get(id) ?? NOWHERE));
  for (const { id } of free) {
    const box = arrangement.get(id);
    if (box !== undefined && !isInTheWay(box)) taken.set(id, box);
  }
  const around = boxAround(arrangement.values()) ?? NOWHERE;
  for (const { id } of inTheWay) {
    const box = arrangement.get(id) ?? NOWHERE;
    const way = wayToFreeRoom([box], taken, GAP, around.x + around.width);
    for (const moved of [id, ...pieces.inside(id).map((element) => element.id)]) {
      const from = arrangement.get(moved);
      if (from !== undefined) arrangement.set(moved, { ...from, x: from.x + way.x, y: from.y + way.y });
    }
    taken.set(id, arrangement.get(id) ?? NOWHERE);
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
