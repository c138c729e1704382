import { BoxGrid } from "../geometry/BoxGrid.ts";
import { type Box, boundsOf, grown, intersects, lineMeets } from "../geometry/box.ts";
import type { Route } from "../geometry/route.ts";
import type { Point } from "../model/field.ts";
import { toGrid } from "./grid.ts";
import type { Unit } from "./Unit.ts";

const STEP = 24;
const MOST_STEPS = 28;
const GAP = 24;
/** How many units further away a note rather goes than lie on a line, or on its words. */
const LINE_COST = 160;
const LABEL_COST = 400;

/** Puts notes beside what they were nearest to before, off the cards, and off lines and words where that is not far. */
export function placeNotes(
  notes: readonly Unit[],
  others: readonly Unit[],
  placed: ReadonlyMap<string, Box>,
  routes: Iterable<Route>,
): ReadonlyMap<string, Point> {
  const cards = new BoxGrid<string>();
  for (const [id, box] of placed) cards.set(id, box);
  const lines = linesOf(routes);
  const corners = new Map<string, Point>();
  for (const note of notes) {
    const corner = placeNote(note, wishFor(note, others, placed), cards, lines);
    corners.set(note.id, corner);
    cards.set(note.id, { ...corner, width: note.width, height: note.height });
  }
  return corners;
}

/** As far from the nearest card as before, on the same side. */
function wishFor(note: Unit, others: readonly Unit[], placed: ReadonlyMap<string, Box>): Point {
  let nearest: Unit | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const far = distanceBetween(note.before, other.before);
    if (far < shortest && placed.has(other.id)) [nearest, shortest] = [other, far];
  }
  const now = nearest === undefined ? undefined : placed.get(nearest.id);
  if (nearest === undefined || now === undefined) return note.before;
  return {
    x: now.x + Math.max(-note.width - 60, Math.min(now.width + 60, note.before.x - nearest.before.x)),
    y: now.y + Math.max(-note.height - 60, Math.min(now.height + 60, note.before.y - nearest.before.y)),
  };
}

function distanceBetween(a: Box, b: Box): number {
  const across = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(across, down);
}

interface Lines {
  readonly pieces: BoxGrid<readonly [route: number, from: Point, to: Point]>;
  readonly labels: BoxGrid<number>;
}

function linesOf(routes: Iterable<Route>): Lines {
  const lines: Lines = { pieces: new BoxGrid(), labels: new BoxGrid() };
  let index = 0;
  for (const { points, label } of routes) {
    index += 1;
    if (label !== undefined) lines.labels.set(index, label);
    for (const [at, to] of points.entries()) {
      const from = points[at - 1];
      const bounds = from === undefined ? undefined : boundsOf([from, to]);
      if (from !== undefined && bounds !== undefined) lines.pieces.set([index, from, to], grown(bounds, 1));
    }
  }
  return lines;
}

function placeNote(note: Unit, wish: Point, cards: BoxGrid<string>, lines: Lines): Point {
  let best: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let ring = 0; ring <= MOST_STEPS && ring * STEP < least; ring++) {
    for (let across = -ring; across <= ring; across++) {
      const isEdge = Math.abs(across) === ring;
      for (let down = -ring; down <= ring; down += isEdge ? 1 : Math.max(1, 2 * ring)) {
        const corner = { x: toGrid(wish.x + across * STEP), y: toGrid(wish.y + down * STEP) };
        const cost =
          Math.hypot(across, down) * STEP +
          costAt({ ...corner, width: note.width, height: note.height }, cards, lines);
        if (cost < least) [best, least] = [corner, cost];
      }
    }
  }
  return best ?? belowAll(note, wish, cards);
}

function costAt(box: Box, cards: BoxGrid<string>, lines: Lines): number {
  let cost = 0;
  cards.forEachIn(grown(box, GAP), () => {
    cost = Number.POSITIVE_INFINITY;
  });
  if (cost > 0) return cost;
  const crossed = new Set<number>();
  const roomy = grown(box, 8);
  lines.pieces.forEachIn(roomy, ([route, from, to]) => {
    if (lineMeets(from, to, roomy)) crossed.add(route);
  });
  let covered = 0;
  lines.labels.forEachIn(roomy, () => {
    covered += 1;
  });
  return crossed.size * LINE_COST + covered * LABEL_COST;
}

function belowAll(note: Unit, wish: Point, cards: BoxGrid<string>): Point {
  let corner = { x: toGrid(wish.x), y: toGrid(wish.y) };
  for (let isTaken = true; isTaken; ) {
    isTaken = false;
    const box = { ...corner, width: note.width, height: note.height };
    cards.forEachIn(box, (_id, other) => {
      if (intersects(box, other)) isTaken = true;
    });
    if (isTaken) corner = { x: corner.x, y: corner.y + note.height + GAP };
  }
  return corner;
}
