import { BoxGrid } from "../geometry/BoxGrid.ts";
import { type Box, sameBox } from "../geometry/box.ts";
import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import type { LayoutEngine } from "./engine.ts";
import { frameAround } from "./frames.ts";
import { toGrid } from "./grid.ts";
import { type Arrangement, boxAround, layOut } from "./layOut.ts";
import { wayToFreeRoom } from "./nearestFree.ts";
import { placeOf, placesAround } from "./nesting.ts";
import type { Pieces } from "./Pieces.ts";

const GAP = 32;
const ROW_GAP = 96;
const LONGEST_POLISH_MS = 1_500;

/**
 * Lays out only some elements and puts them where they keep clear of the others, which stay: a selection around its middle, what
 * is new beside what it is tied to. Places grow with what lies in them.
 */
export async function tidyBlocks(
  engine: LayoutEngine,
  pieces: Pieces,
  ids: readonly string[],
  kind: "selection" | "new",
): Promise<Arrangement> {
  const wanted = new Set(ids);
  const moving = pieces.elements.filter(
    ({ id }) =>
      wanted.has(id) &&
      !pieces.isFixed(id) &&
      !placesAround(id, pieces.byId).some((place) => wanted.has(place)),
  );
  const stillToPlace = new Set(moving.map(({ id }) => id));
  for (const block of blocksOf(pieces, moving, kind)) {
    const laidOut = await layOut(engine, pieces, block, {
      order: "strictly",
      polishUntil: kind === "selection" ? Date.now() + LONGEST_POLISH_MS : 0,
    });
    for (const { id } of block) stillToPlace.delete(id);
    putDown(pieces, block, laidOut, kind, stillToPlace);
  }
  return new Map(pieces.boxes);
}

/** What is laid out together: what lies in the same place; of what is new, what hangs together. */
function blocksOf(
  pieces: Pieces,
  moving: readonly MapElement[],
  kind: "selection" | "new",
): readonly (readonly MapElement[])[] {
  const byPlace = new Map<string | undefined, MapElement[]>();
  for (const element of moving) {
    const place = placeOf(element.id, pieces.byId);
    byPlace.set(place, [...(byPlace.get(place) ?? []), element]);
  }
  const groups = [...byPlace.values()];
  return kind === "selection" ? groups : groups.flatMap((group) => connected(pieces, group));
}

function connected(pieces: Pieces, group: readonly MapElement[]): readonly (readonly MapElement[])[] {
  const left = new Map(group.map((element) => [element.id, element]));
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of pieces.relations) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const blocks: MapElement[][] = [];
  for (const start of group) {
    if (!left.delete(start.id)) continue;
    const block = [start];
    for (const { id } of block) {
      for (const next of neighbours.get(id) ?? []) {
        const element = left.get(next);
        if (element !== undefined && left.delete(next)) block.push(element);
      }
    }
    blocks.push(block);
  }
  return blocks.sort((one, other) => other.length - one.length);
}

function putDown(
  pieces: Pieces,
  block: readonly MapElement[],
  laidOut: Arrangement,
  kind: "selection" | "new",
  stillToPlace: ReadonlySet<string>,
): void {
  const own = new Set(block.map(({ id }) => id));
  const around = boxAround(block.flatMap(({ id }) => laidOut.get(id) ?? []));
  const before = boxAround(block.flatMap(({ id }) => pieces.boxes.get(id) ?? []));
  if (around === undefined || before === undefined) return;
  const beside = kind === "new" ? besideTied(pieces, own, around, stillToPlace) : undefined;
  const wish = beside ?? {
    x: before.x + before.width / 2 - around.width / 2,
    y: before.y + before.height / 2 - around.height / 2,
  };
  const way = { x: toGrid(wish.x - around.x), y: toGrid(wish.y - around.y) };
  for (const [id, box] of laidOut) pieces.boxes.set(id, { ...box, x: box.x + way.x, y: box.y + way.y });
  const [first] = block;
  const place = first === undefined ? undefined : placeOf(first.id, pieces.byId);
  clear(pieces, own, place, stillToPlace);
  if (place !== undefined) growPlace(pieces, place, stillToPlace);
}

/** Moves a block to where nothing of the same place is in its way. */
function clear(
  pieces: Pieces,
  block: ReadonlySet<string>,
  place: string | undefined,
  stillToPlace: ReadonlySet<string>,
): void {
  const taken = new BoxGrid<string>();
  let right = Number.NEGATIVE_INFINITY;
  for (const { id } of pieces.membersOf(place)) {
    const box = pieces.boxes.get(id);
    if (box === undefined || block.has(id) || stillToPlace.has(id)) continue;
    taken.set(id, box);
    right = Math.max(right, box.x + box.width);
  }
  const boxes = [...block].flatMap((id) => pieces.boxes.get(id) ?? []);
  const way = wayToFreeRoom(boxes, taken, GAP, right);
  for (const id of block) pieces.move(id, way);
}

/** Makes a place hold what lies in it; where it then meets its neighbours, it goes, with all in it, where there is room. */
function growPlace(pieces: Pieces, id: string, stillToPlace: ReadonlySet<string>): void {
  const place = pieces.byId.get(id);
  const now = pieces.boxes.get(id);
  if (place?.type !== "place" || now === undefined || pieces.isFixed(id)) return;
  const needed = frameAround(
    place,
    pieces.membersOf(id).flatMap((member) => pieces.boxes.get(member.id) ?? []),
  );
  const grown = boxAround(needed === undefined ? [now] : [now, needed]) ?? now;
  if (sameBox(grown, now)) return;
  pieces.boxes.set(id, grown);
  const outer = placeOf(id, pieces.byId);
  clear(pieces, new Set([id]), outer, stillToPlace);
  if (outer !== undefined) growPlace(pieces, outer, stillToPlace);
}

/** Where a block belongs by what it is tied to among the others: below what lies above it in the tiers, beside what is level. */
function besideTied(
  pieces: Pieces,
  own: ReadonlySet<string>,
  block: Box,
  stillToPlace: ReadonlySet<string>,
): Point | undefined {
  const tied: { readonly box: Box; readonly isAbove: number }[] = [];
  for (const { from, to } of pieces.relations) {
    const mine = own.has(from) ? from : own.has(to) ? to : undefined;
    const other = mine === from ? to : from;
    const box = pieces.boxes.get(other);
    if (mine === undefined || own.has(other) || stillToPlace.has(other) || box === undefined) continue;
    const [myTier, itsTier] = [pieces.tierOf(mine), pieces.tierOf(other)];
    tied.push({
      box,
      isAbove: myTier === undefined || itsTier === undefined ? 0 : Math.sign(myTier - itsTier),
    });
  }
  if (tied.length === 0) return undefined;
  const middle = tied.reduce((sum, { box }) => sum + box.x + box.width / 2, 0) / tied.length;
  const tops = tied.map(({ box, isAbove }) => {
    if (isAbove > 0) return box.y + box.height + ROW_GAP;
    return isAbove < 0 ? box.y - ROW_GAP - block.height : box.y;
  });
  return { x: middle - block.width / 2, y: tops.reduce((sum, top) => sum + top, 0) / tops.length };
}
