import type { Point, Size } from "../../shared/model/field.ts";

/** A rectangle on the screen. */
export type Box = Point & Size;

const GAP_PX = 12;
const STEP_PX = 10;
/** How long an edge the two have side by side. */
const NEAR_PX = 10;

/**
 * Where a card of the tour stands: beside what it talks about, or in a corner of the room where that fills the room; of all such places
 * in the one that covers least of what is to be seen meanwhile, such as the map's cards.
 * @returns undefined where it would lie over what it talks about everywhere.
 */
export function placeBeside(card: Size, about: Box, room: Box, toBeSeen: readonly Box[]): Point | undefined {
  const isAll = about.width * about.height > (room.width * room.height) / 2;
  const places = isAll
    ? cornersOf(room, card)
    : sidesOf(about, card).map((place) => keptIn(room, place, card));
  const free = places.filter((place) => isAll || overlap({ ...place, ...card }, about) === 0);
  const covered = (place: Point) =>
    toBeSeen.reduce((sum, each) => sum + overlap({ ...place, ...card }, each), 0);
  return free.reduce<Point | undefined>(
    (best, place) => (best === undefined || covered(place) < covered(best) ? place : best),
    undefined,
  );
}

function cornersOf(room: Box, { width, height }: Size): readonly Point[] {
  const right = room.x + room.width - width;
  const bottom = room.y + room.height - height;
  return [
    { x: right, y: bottom },
    { x: room.x, y: bottom },
    { x: right, y: room.y },
    { x: room.x, y: room.y },
  ];
}

function sidesOf(about: Box, { width, height }: Size): readonly Point[] {
  const right = about.x + about.width;
  const bottom = about.y + about.height;
  const rows = rowsBeside(about, height);
  const columns = [right - width, about.x];
  return [
    ...columns.map((x) => ({ x, y: bottom + GAP_PX })),
    ...rows.map((y) => ({ x: about.x - GAP_PX - width, y })),
    ...rows.map((y) => ({ x: right + GAP_PX, y })),
    ...columns.map((x) => ({ x, y: about.y - GAP_PX - height })),
  ];
}

/** Level with what it is about first, and then up and down as far as it still stands beside it. */
function rowsBeside({ y, height }: Box, cardHeight: number): readonly number[] {
  const rows = [y];
  for (let away = STEP_PX; away < Math.max(height, cardHeight); away += STEP_PX) {
    if (away + NEAR_PX <= height) rows.push(y + away);
    if (away + NEAR_PX <= cardHeight) rows.push(y - away);
  }
  return rows;
}

function keptIn(room: Box, { x, y }: Point, { width, height }: Size): Point {
  return {
    x: Math.max(room.x, Math.min(x, room.x + room.width - width)),
    y: Math.max(room.y, Math.min(y, room.y + room.height - height)),
  };
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}
