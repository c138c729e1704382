import type { Point } from "../model/field.ts";
import { type Box, contains, grown, segmentMeets } from "./box.ts";
import { distance, outwardFrom, unit } from "./curve.ts";
import { SIDES, type Side } from "./outline.ts";

/** A point that a line goes through to get around a card. */
export interface Via extends Point {
  /** Away from the card: where further lines that go around it find their lanes. */
  readonly outward: Point;
  /** How far lanes may reach in that direction. */
  readonly room: number;
}

/** A way from one card to another: the sides it leaves and enters, and the corners it goes around. */
export interface Way {
  readonly sideA: Side;
  readonly sideB: Side;
  readonly corners: readonly Corner[];
}

export interface Corner extends Point {
  readonly outward: Point;
}

/** One end of the ways that are sought: for each side the point where a line meets it, and what it costs to meet it there. */
export type WayEnds = Readonly<Record<Side, Point>>;

/** How near a way comes to cards. */
const WALL = 12;
const CORNER = 18;
const PER_CORNER = 24;
const PER_TURN = 70;
const STAND_OFF = 18;
const MOST_EXPANDED = 70;
/** With more cards in the area no ways are sought. */
export const MOST_WALLS = 240;
const MOST_WALLS_AT_ONCE = 10;
const MOST_WAYS = 3;

interface Node {
  readonly at: Corner;
  readonly sideA: Side;
  /** Set where the way has arrived. */
  readonly sideB: Side | undefined;
  readonly before: Node | undefined;
  /** Index of the corner; below 0 at the ends. */
  readonly corner: number;
  readonly cost: number;
  /** With the least that is still to come. */
  readonly hope: number;
}

export interface Ways {
  /** The shortest first. */
  readonly ways: readonly Way[];
  /** Only cards in this area had a bearing on them. */
  readonly reach: Box;
}

/**
 * Finds ways between two cards around others, the shortest first: a search over the corners of what stands in the way. Looks
 * only at cards that block a straight line, so its cost grows with what is in the way and not with what is around.
 * @param cards the boxes in the way, in a fixed order; those of the two cards themselves among them.
 * @param area no way leaves it.
 */
export function waysAround(from: WayEnds, to: WayEnds, cards: readonly Box[], area: Box): Ways {
  const search = new Search(from, to, cards, area);
  return { ways: search.run(), reach: search.reach() };
}

class Search {
  readonly #goals: readonly { readonly side: Side; readonly end: Point; readonly at: Corner }[];
  readonly #from: WayEnds;
  readonly #walls: readonly Box[];
  readonly #area: Box;
  readonly #corners: (Corner | null | undefined)[] = [];
  readonly #closed = new Set<number>();
  readonly #best = new Map<number, number>();
  readonly #open: Node[] = [];
  readonly #cards: readonly Box[];
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;

  constructor(from: WayEnds, to: WayEnds, cards: readonly Box[], area: Box) {
    this.#from = from;
    this.#cards = cards;
    this.#walls = cards.map((box) => grown(box, WALL));
    this.#area = area;
    this.#goals = SIDES.map((side) => ({ side, end: to[side], at: stoodOff(to[side], side) })).filter(
      ({ at }) => this.#isFree(at),
    );
  }

  run(): Way[] {
    for (const [index, sideA] of SIDES.entries()) {
      const at = stoodOff(this.#from[sideA], sideA);
      if (this.#isFree(at))
        this.#push({ at, sideA, sideB: undefined, before: undefined, corner: -1 - index, cost: STAND_OFF });
    }
    const ways: Way[] = [];
    for (let count = 0; count < MOST_EXPANDED; count++) {
      const node = this.#next();
      if (node === undefined) break;
      if (node.sideB !== undefined) {
        const way = wayTo(node, node.sideB);
        if (!ways.some(({ sideA, sideB }) => sideA === way.sideA && sideB === way.sideB)) ways.push(way);
        if (ways.length === MOST_WAYS) break;
        continue;
      }
      if (this.#closed.has(node.corner)) continue;
      this.#closed.add(node.corner);
      this.#expand(node);
    }
    return ways;
  }

  /** What the search has looked at: every line that it tried runs between two points that it has tried. */
  reach(): Box {
    const points = {
      x: this.#left,
      y: this.#top,
      width: this.#right - this.#left,
      height: this.#bottom - this.#top,
    };
    return grown(points, WALL);
  }

  #expand(node: Node): void {
    const inTheWay: number[] = [];
    for (const { side, at } of this.#goals) {
      const wall = this.#firstWall(node.at, at);
      if (wall === -1) this.#arrive(node, side, at);
      else if (!inTheWay.includes(wall)) inTheWay.push(wall);
    }
    for (let index = 0; index < Math.min(inTheWay.length, MOST_WALLS_AT_ONCE); index++) {
      const wall = inTheWay[index] ?? 0;
      for (let which = 0; which < 4; which++) {
        const corner = this.#corner(wall, which);
        const key = 4 * wall + which;
        if (corner === null || this.#closed.has(key)) continue;
        const other = this.#firstWall(node.at, corner);
        if (other === -1) this.#step(node, corner, key);
        else if (!inTheWay.includes(other)) inTheWay.push(other);
      }
    }
  }

  #step(node: Node, at: Corner, corner: number): void {
    const cost = node.cost + distance(node.at, at) + PER_CORNER + this.#turn(node, at);
    if (cost >= (this.#best.get(corner) ?? Number.POSITIVE_INFINITY)) return;
    this.#best.set(corner, cost);
    this.#push({ at, sideA: node.sideA, sideB: undefined, before: node, corner, cost });
  }

  #arrive(node: Node, sideB: Side, at: Corner): void {
    const cost =
      node.cost + distance(node.at, at) + STAND_OFF + this.#turn(node, at) + leaving(sideB, at, node.at);
    this.#push({ at, sideA: node.sideA, sideB, before: node, corner: -10, cost });
  }

  #turn(node: Node, to: Point): number {
    const { before } = node;
    if (before === undefined) return leaving(node.sideA, node.at, to);
    const into = unit({ x: node.at.x - before.at.x, y: node.at.y - before.at.y });
    const outOf = unit({ x: to.x - node.at.x, y: to.y - node.at.y });
    return (1 - into.x * outOf.x - into.y * outOf.y) * PER_TURN * 0.5;
  }

  #push(node: Omit<Node, "hope">): void {
    let left = 0;
    if (node.sideB === undefined) {
      left = Number.POSITIVE_INFINITY;
      for (const { at } of this.#goals) left = Math.min(left, distance(node.at, at));
    }
    const { at, sideA, sideB, before, corner, cost } = node;
    this.#open.push({ at, sideA, sideB, before, corner, cost, hope: cost + left });
  }

  #next(): Node | undefined {
    let best = 0;
    for (let index = 1; index < this.#open.length; index++)
      if ((this.#open[index]?.hope ?? 0) < (this.#open[best]?.hope ?? 0)) best = index;
    const node = this.#open[best];
    this.#open.splice(best, 1);
    return node;
  }

  /** A corner of a card, a little off it; null where no line can pass. */
  #corner(wall: number, which: number): Corner | null {
    const known = this.#corners[4 * wall + which];
    if (known !== undefined) return known;
    const { x, y, width, height } = grown(this.#cards[wall] ?? NOWHERE, CORNER);
    const isRight = which % 2 === 1;
    const isBelow = which >= 2;
    const corner: Corner = {
      x: isRight ? x + width : x,
      y: isBelow ? y + height : y,
      outward: { x: isRight ? 1 : -1, y: isBelow ? 1 : -1 },
    };
    const usable = this.#isFree(corner) ? corner : null;
    this.#corners[4 * wall + which] = usable;
    return usable;
  }

  #isFree(point: Point): boolean {
    this.#left = Math.min(this.#left, point.x);
    this.#top = Math.min(this.#top, point.y);
    this.#right = Math.max(this.#right, point.x);
    this.#bottom = Math.max(this.#bottom, point.y);
    if (!contains(this.#area, point)) return false;
    for (const wall of this.#walls) if (contains(wall, point)) return false;
    return true;
  }

  /** The nearest wall that a straight line runs into; -1 for none. */
  #firstWall(from: Point, to: Point): number {
    let found = -1;
    let nearest = Number.POSITIVE_INFINITY;
    let index = -1;
    for (const wall of this.#walls) {
      index += 1;
      if (!segmentMeets(from.x, from.y, to.x, to.y, wall)) continue;
      const away = Math.abs(wall.x + wall.width / 2 - from.x) + Math.abs(wall.y + wall.height / 2 - from.y);
      if (away >= nearest) continue;
      nearest = away;
      found = index;
    }
    return found;
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

function stoodOff(point: Point, side: Side): Corner {
  const outward = outwardFrom(side);
  return { x: point.x + outward.x * STAND_OFF, y: point.y + outward.y * STAND_OFF, outward };
}

/** What it costs not to go straight on from a side. */
function leaving(side: Side, from: Point, to: Point): number {
  const outward = outwardFrom(side);
  const heading = unit({ x: to.x - from.x, y: to.y - from.y });
  return (1 - heading.x * outward.x - heading.y * outward.y) * PER_TURN;
}

function wayTo(arrived: Node, sideB: Side): Way {
  const corners: Corner[] = [];
  for (let node = arrived.before; node !== undefined; node = node.before)
    if (node.corner >= 0) corners.push(node.at);
  return { sideA: arrived.sideA, sideB, corners: corners.reverse() };
}
