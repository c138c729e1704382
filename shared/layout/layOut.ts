import { type Box, union } from "../geometry/box.ts";
import { routeRelations } from "../geometry/routeRelations.ts";
import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import type { LayoutEngine } from "./engine.ts";
import { frameAround } from "./frames.ts";
import { placesAround } from "./nesting.ts";
import { placeNotes } from "./notes.ts";
import type { Pieces } from "./Pieces.ts";
import { polished } from "./polish.ts";
import { qualityOf } from "./quality.ts";
import { type OrderKept, tieredLayout } from "./tieredLayout.ts";
import { tiesBetween } from "./ties.ts";
import type { Tie, Unit } from "./Unit.ts";

/** Where elements and all that lies in them go: boxes by id, around wherever suits. */
export type Arrangement = ReadonlyMap<string, Box>;

export interface LayOutOptions {
  readonly order: OrderKept;
  /** Until when (milliseconds as of `Date.now`) it is bettered by small changes. */
  readonly polishUntil: number;
}

const LOWEST_TIER = 1000;
/** With more cards than this, judging every small change would take too long. */
const MOST_TO_POLISH = 60;
const MOST_TO_ROUTE = 400;
const MOST_TRIES = 140;
/** How many relations are routed in all for it, at most. */
const WORK = 2500;

/**
 * Lays out some elements of one place (or of none), each place among them first within itself. What must not move is laid out
 * with the rest; putting it back is the caller's.
 * @throws what the engine throws.
 */
export async function layOut(
  engine: LayoutEngine,
  pieces: Pieces,
  members: readonly MapElement[],
  { order, polishUntil }: LayOutOptions,
): Promise<Arrangement> {
  const arrangement = new Map<string, Box>();
  const inner = new Map<string, Arrangement>();
  const units: Unit[] = [];
  for (const element of members) {
    const contents = await contentsOf(engine, pieces, element, { order, polishUntil });
    inner.set(element.id, contents);
    const { width, height } = contents.get(element.id) ?? boxNow(pieces, element.id);
    units.push({
      id: element.id,
      role: roleOf(element, members),
      tier: pieces.tierOf(element.id) ?? LOWEST_TIER,
      width,
      height,
      before: boxNow(pieces, element.id),
    });
  }
  const corners = await placeUnits(engine, pieces, units, { order, polishUntil });
  for (const [id, corner] of corners) {
    const contents = inner.get(id) ?? new Map<string, Box>();
    const own = contents.get(id) ?? boxNow(pieces, id);
    arrangement.set(id, { ...own, ...corner });
    for (const [insideId, box] of contents) {
      if (insideId !== id)
        arrangement.set(insideId, { ...box, x: box.x - own.x + corner.x, y: box.y - own.y + corner.y });
    }
  }
  return arrangement;
}

/** A place and what lies in it, laid out; what must not move stays as it is to its place, and so does everything else. */
async function contentsOf(
  engine: LayoutEngine,
  pieces: Pieces,
  element: MapElement,
  options: LayOutOptions,
): Promise<Arrangement> {
  const members = element.type === "place" ? pieces.membersOf(element.id) : [];
  if (element.type !== "place" || members.length === 0 || pieces.isFixed(element.id)) {
    const all = [element, ...pieces.inside(element.id)];
    return new Map(all.map(({ id }) => [id, boxNow(pieces, id)]));
  }
  const arrangement = await layOut(engine, pieces, members, options);
  const frame = frameAround(element, [...arrangement.values()]) ?? boxNow(pieces, element.id);
  return new Map([[element.id, frame], ...arrangement]);
}

async function placeUnits(
  engine: LayoutEngine,
  pieces: Pieces,
  units: readonly Unit[],
  { order, polishUntil }: LayOutOptions,
): Promise<ReadonlyMap<string, Point>> {
  const own = new Set(units.map(({ id }) => id));
  const unitOf = (id: string) =>
    own.has(id) ? id : placesAround(id, pieces.byId).find((place) => own.has(place));
  const ties = tiesBetween(pieces.relations, unitOf);
  const main = units.filter(({ role }) => role !== "note");
  const laidOut = await tieredLayout(engine, main, ties, order);
  const corners = new Map(
    main.length > MOST_TO_POLISH ? laidOut : polishedUnits(pieces, main, ties, laidOut, polishUntil),
  );
  const notes = units.filter(({ role }) => role === "note");
  if (notes.length === 0) return corners;
  const boxes = new Map<string, Box>();
  for (const { id, width, height } of main) {
    const corner = corners.get(id);
    if (corner !== undefined) boxes.set(id, { ...corner, width, height });
  }
  const drawn = elementsAt(pieces, corners);
  const among = pieces.relations.filter(({ from, to }) => own.has(from) && own.has(to));
  // On very large maps notes keep off the cards alone.
  const routes = main.length > MOST_TO_ROUTE ? new Map() : routeRelations(drawn, among, boxes);
  for (const [id, corner] of placeNotes(notes, main, boxes, routes.values())) corners.set(id, corner);
  return corners;
}

/** The cards themselves, judged as they would be drawn; places count as cards among them. */
function polishedUnits(
  pieces: Pieces,
  units: readonly Unit[],
  ties: readonly Tie[],
  corners: ReadonlyMap<string, Point>,
  polishUntil: number,
): ReadonlyMap<string, Point> {
  const own = new Set(units.map(({ id }) => id));
  const among = pieces.relations.filter(({ from, to }) => own.has(from) && own.has(to));
  const judge = (layout: ReadonlyMap<string, Point>) => qualityOf(elementsAt(pieces, layout), among).cost;
  let tries = Math.min(MOST_TRIES, Math.ceil(WORK / (among.length + 1)));
  return polished(units, ties, corners, judge, () => tries-- > 0 && Date.now() < polishUntil);
}

function elementsAt(pieces: Pieces, corners: ReadonlyMap<string, Point>): readonly MapElement[] {
  return [...corners].flatMap(([id, position]) => {
    const element = pieces.byId.get(id);
    return element === undefined ? [] : { ...element, position };
  });
}

/** Notes by themselves are laid out like cards. */
function roleOf(element: MapElement, members: readonly MapElement[]): Unit["role"] {
  if (element.type === "forum") return "forum";
  if (element.type !== "note") return "tiered";
  return members.every(({ type }) => type === "note") ? "tiered" : "note";
}

function boxNow(pieces: Pieces, id: string): Box {
  return pieces.boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** The smallest box around some boxes. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let around: Box | undefined;
  for (const box of boxes) around = around === undefined ? box : union(around, box);
  return around;
}
