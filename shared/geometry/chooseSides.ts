import type { Point } from "../model/field.ts";
import { anchorPoint, OPPOSITE, wantedAnchor } from "./anchors.ts";
import { type Box, grown, intersects, isInside, union } from "./box.ts";
import { CLEARANCE, Considered, STEPS } from "./Considered.ts";
import { type Curve, curveBetween, distance, outwardFrom, unit } from "./curve.ts";
import { HEXAGON_POINT, SIDES, type Side } from "./outline.ts";
import {
  hasPointIn,
  type Polyline,
  polylineBounds,
  polylineLength,
  polylineMeets,
  polylineOf,
} from "./polyline.ts";
import type { RoutedCard } from "./route.ts";
import { type Corner, MOST_WALLS, type Via, type WayEnds, waysAround } from "./waysAround.ts";

/** Which sides of two cards a line joins, and the points that it goes through, from a to b, to get around what stands between. */
export interface SideChoice {
  readonly sideA: Side;
  readonly sideB: Side;
  readonly vias?: readonly Via[];
}

/** A line that comes nearer than this to a card is as good as behind it; between the two it is only too near. */
const LEAST_CLEARANCE = 7;
const DETOUR = 26;
const PER_TURN = 70;
const PER_OBSTACLE = 700;
const PER_NEAR = 160;
const PER_OWN_CARD = 600;
const PER_DETOUR = 30;
const PER_REUSE = 90;
/** The map reads in tiers from top to bottom: what joins the lower card at its top, and best the upper at its bottom, reads so too. */
const TIER_BONUS = 16;
/** Farther than this within its own card a line is behind it. Cards that are no rectangle are met within their box. */
const OWN_CARD_INSET = 5;
const OWN_SHAPE_INSET = HEXAGON_POINT + 2;
const LOOK_AHEAD = 90;
const CHOICES_TO_DETOUR = 6;
/** One waypoint leads around a card or three; where more stand in the way it only costs time, and corner by corner a way is sought. */
const MOST_TO_DETOUR = 3;

/** Where a line meets its two cards. */
interface Ends {
  readonly first: Point;
  readonly last: Point;
}

/** A way that may be chosen. */
class Candidate implements Ends {
  readonly sideA: Side;
  readonly sideB: Side;
  readonly vias: readonly Via[] | undefined;
  readonly first: Point;
  readonly last: Point;
  /** What its turns and waypoints cost, whatever its length. */
  readonly shapeCost: number;
  /** What it costs at least: as if its line were straight from point to point. */
  readonly leastCost: number;
  /** Where it runs, and what that costs; worked out when it is first needed. */
  way: Way | undefined = undefined;
  /** With what it runs into, as far as that is worked out: all of it once `hits` are known. */
  cost: number | undefined = undefined;
  hits: readonly Box[] | undefined = undefined;
  uses = 0;

  constructor({ sideA, sideB, vias }: SideChoice, { first, last }: Ends, shapeCost: number) {
    this.sideA = sideA;
    this.sideB = sideB;
    this.vias = vias;
    this.first = first;
    this.last = last;
    this.shapeCost = shapeCost;
    this.leastCost = lengthThrough(first, vias, last) + shapeCost;
  }
}

interface Way {
  readonly curve: Curve;
  readonly line: Polyline;
  readonly bounds: Box;
  readonly baseCost: number;
}

export interface Choices {
  readonly choices: readonly SideChoice[];
  readonly considered: Considered;
}

/**
 * Chooses sides for each of `count` relations between two cards, the most direct first: short, with few turns, around other
 * cards rather than behind them; and where there are several, not all from the same side if another is nearly as good.
 * `obstaclesIn` finds the boxes of the other cards in an area, in any order.
 */
export function chooseSides(
  a: RoutedCard,
  b: RoutedCard,
  count: number,
  obstaclesIn: (area: Box) => readonly Box[],
): Choices {
  if (a.id === b.id) {
    const choices = new Array<SideChoice>(count).fill({ sideA: "right", sideB: "top" });
    return { choices, considered: new Considered() };
  }
  const choice = new Choice(a, b, obstaclesIn);
  const choices = Array.from({ length: count }, () => choice.next());
  return { choices, considered: choice.considered };
}

class Choice {
  readonly considered = new Considered();
  readonly #a: RoutedCard;
  readonly #b: RoutedCard;
  readonly #innerA: Box;
  readonly #innerB: Box;
  readonly #obstaclesIn: (area: Box) => readonly Box[];
  readonly #candidates: Candidate[];
  readonly #ends: (Ends | undefined)[] = [];
  #known: { readonly area: Box; readonly obstacles: readonly Obstacle[] } | undefined;
  #hasDetours = false;
  #hasWays = false;

  constructor(a: RoutedCard, b: RoutedCard, obstaclesIn: (area: Box) => readonly Box[]) {
    this.#a = a;
    this.#b = b;
    this.#obstaclesIn = obstaclesIn;
    this.#innerA = innerOf(a);
    this.#innerB = innerOf(b);
    this.#candidates = SIDES.flatMap((sideA) => SIDES.map((sideB) => this.#candidate({ sideA, sideB })));
    this.#sort();
  }

  next(): SideChoice {
    let best = this.#best();
    const hits = best?.hits ?? [];
    if (hits.length > 0 && hits.length <= MOST_TO_DETOUR && !this.#hasDetours) {
      this.#addDetours(hits);
      best = this.#best();
    }
    if ((best?.hits ?? []).length > 0 && !this.#hasWays) {
      this.#addWays();
      best = this.#best();
    }
    if (best === undefined) return { sideA: "bottom", sideB: "top" };
    best.uses++;
    const { sideA, sideB, vias } = best;
    return vias === undefined
      ? { sideA, sideB }
      : { sideA, sideB, vias: vias.map((via) => this.#withRoom(via)) };
  }

  #best(): Candidate | undefined {
    let best: Candidate | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const candidate of this.#candidates) {
      // Sorted by what they cost at least.
      if (candidate.leastCost >= bestCost) break;
      const cost = this.#costOf(candidate, bestCost) + candidate.uses * PER_REUSE;
      if (cost < bestCost) {
        best = candidate;
        bestCost = cost;
      }
    }
    return best;
  }

  /** Adds ways around what the best choice runs into. */
  #addDetours(hits: readonly Box[]): void {
    this.#hasDetours = true;
    const ways = this.#candidates.slice(0, CHOICES_TO_DETOUR);
    for (const via of waypointsAround(hits)) {
      for (const { sideA, sideB } of ways)
        this.#candidates.push(this.#candidate({ sideA, sideB, vias: [via] }));
    }
    this.#sort();
  }

  /** Adds ways that go from corner to corner of what is in the way. */
  #addWays(): void {
    this.#hasWays = true;
    const area = grown(union(this.#a.box, this.#b.box), AROUND);
    const cards = [...this.#cardsIn(area), this.#a.box, this.#b.box];
    const isCrowded = cards.length > MOST_WALLS;
    this.considered.addCrowd(area, isCrowded ? cards.length - MOST_WALLS - 1 : MOST_WALLS - cards.length);
    if (isCrowded) return;
    const { ways, reach } = waysAround(wayEnds(this.#a, this.#b), wayEnds(this.#b, this.#a), cards, area);
    this.considered.addArea(reach);
    for (const { sideA, sideB, corners } of ways) {
      if (corners.length > 0)
        this.#candidates.push(this.#candidate({ sideA, sideB, vias: corners.map(unmeasured) }));
    }
    this.#sort();
  }

  /** How far lanes can be laid beside a waypoint: half of the way to what stands next, so that what stands there has room for its own. */
  #withRoom(via: Via): Via {
    const area = grown({ ...via, width: 0, height: 0 }, MOST_ROOM);
    this.considered.addArea(area);
    let room = MOST_ROOM;
    for (const box of this.#cardsIn(area)) {
      const right = box.x + box.width;
      const bottom = box.y + box.height;
      const acrossX =
        via.outward.x > 0
          ? box.x - via.x
          : via.outward.x < 0
            ? via.x - right
            : via.x > box.x && via.x < right
              ? 0
              : -1;
      const acrossY =
        via.outward.y > 0
          ? box.y - via.y
          : via.outward.y < 0
            ? via.y - bottom
            : via.y > box.y && via.y < bottom
              ? 0
              : -1;
      const away = Math.max(acrossX, acrossY);
      if (away > 0) room = Math.min(room, (away - LEAST_CLEARANCE) / 2);
    }
    return { x: via.x, y: via.y, outward: via.outward, room: Math.max(0, room) };
  }

  /** The boxes of the other cards in an area, always in the same order. */
  #cardsIn(area: Box): Box[] {
    return this.#obstaclesIn(area)
      .filter((box) => intersects(box, area))
      .sort(byPlace);
  }

  #sort(): void {
    this.#candidates.sort((left, right) => left.leastCost - right.leastCost);
  }

  #candidate(choice: SideChoice): Candidate {
    const ends = this.#endsOf(choice.sideA, choice.sideB);
    return new Candidate(choice, ends, this.#shapeCost(choice, ends));
  }

  #wayOf(candidate: Candidate): Way {
    if (candidate.way !== undefined) return candidate.way;
    const start = { point: candidate.first, side: candidate.sideA };
    const end = { point: candidate.last, side: candidate.sideB };
    const curve = curveBetween(start, end, candidate.vias);
    const line = polylineOf(curve, STEPS);
    const baseCost = polylineLength(line) + candidate.shapeCost;
    candidate.way = { curve, line, bounds: polylineBounds(line), baseCost };
    return candidate.way;
  }

  #shapeCost(choice: SideChoice, { first, last }: Ends): number {
    const turns =
      turnCost(choice.sideA, first, choice.vias?.[0] ?? last) +
      turnCost(choice.sideB, last, choice.vias?.at(-1) ?? first);
    return turns * PER_TURN + (choice.vias?.length ?? 0) * PER_DETOUR - this.#tierBonus(choice);
  }

  #tierBonus({ sideA, sideB }: SideChoice): number {
    const a = this.#a.box;
    const b = this.#b.box;
    const [upper, lower] = a.y <= b.y ? [sideA, sideB] : [sideB, sideA];
    const isInTiers = a.y + a.height < b.y || b.y + b.height < a.y;
    if (!isInTiers || lower !== "top") return 0;
    return upper === "bottom" ? 4 * TIER_BONUS : TIER_BONUS;
  }

  /** What a way costs; of one that costs as much as the limit or more, only that it does. */
  #costOf(candidate: Candidate, limit: number): number {
    const { cost: known, hits: knownHits } = candidate;
    if (known !== undefined && (knownHits !== undefined || known >= limit)) return known;
    const { curve, line, bounds, baseCost } = this.#wayOf(candidate);
    if (baseCost >= limit) return baseCost;
    if (known === undefined) this.considered.addLine(curve, bounds);
    const ownHits = (hasPointIn(line, this.#innerA) ? 1 : 0) + (hasPointIn(line, this.#innerB) ? 1 : 0);
    let cost = baseCost + ownHits * PER_OWN_CARD;
    const hits: Box[] = [];
    for (const { near, behind } of this.#obstaclesAround(grown(bounds, CLEARANCE))) {
      candidate.cost = cost;
      if (cost >= limit) return cost;
      if (!intersects(near, bounds) || !polylineMeets(line, near)) continue;
      hits.push(near);
      cost += intersects(behind, bounds) && polylineMeets(line, behind) ? PER_OBSTACLE : PER_NEAR;
    }
    hits.sort(byPlace);
    candidate.hits = hits;
    candidate.cost = cost;
    return cost;
  }

  /** Every obstacle in an area, and perhaps some outside it: looked up once for all ways that lie near each other. */
  #obstaclesAround(area: Box): readonly Obstacle[] {
    if (this.#known === undefined || !isInside(area, this.#known.area)) {
      const around = this.#known?.area ?? union(this.#a.box, this.#b.box);
      const wider = grown(union(area, around), LOOK_AHEAD);
      this.#known = { area: wider, obstacles: this.#obstaclesIn(wider).map(obstacle) };
    }
    return this.#known.obstacles;
  }

  /** Where a line between two sides would best meet them; many ways join the same two. */
  #endsOf(sideA: Side, sideB: Side): Ends {
    const key = 4 * SIDES.indexOf(sideA) + SIDES.indexOf(sideB);
    this.#ends[key] ??= {
      first: anchorPoint(this.#a, sideA, wantedAnchor(this.#a, sideA, this.#b, sideB)),
      last: anchorPoint(this.#b, sideB, wantedAnchor(this.#b, sideB, this.#a, sideA)),
    };
    return this.#ends[key];
  }
}

function innerOf({ type, box }: RoutedCard): Box {
  const isRectangle = type !== "forum" && type !== "fund";
  return grown(box, -(isRectangle ? OWN_CARD_INSET : Math.min(OWN_SHAPE_INSET, box.height / 3)));
}

/** A card in the way: where a line is too near it, and where it is as good as behind it. */
interface Obstacle {
  readonly near: Box;
  readonly behind: Box;
}

function obstacle(box: Box): Obstacle {
  return { near: grown(box, CLEARANCE), behind: grown(box, LEAST_CLEARANCE) };
}

function lengthThrough(first: Point, vias: readonly Point[] = [], last: Point): number {
  let length = 0;
  let before = first;
  for (const via of vias) {
    length += distance(before, via);
    before = via;
  }
  return length + distance(before, last);
}

/** How far from its two cards a way may lead. */
const AROUND = 200;
const MOST_ROOM = 60;

function unmeasured({ x, y, outward }: Corner): Via {
  return { x, y, outward, room: 0 };
}

function byPlace(left: Box, right: Box): number {
  return left.x - right.x || left.y - right.y || left.width - right.width || left.height - right.height;
}

function wayEnds(card: RoutedCard, other: RoutedCard): WayEnds {
  const at = (side: Side) => anchorPoint(card, side, wantedAnchor(card, side, other, OPPOSITE[side]));
  return { top: at("top"), right: at("right"), bottom: at("bottom"), left: at("left") };
}

/** 0 where the way leads straight on from the side, 1 at a right angle, up to 4 where it leads back. */
function turnCost(side: Side, from: Point, towards: Point): number {
  const outward = outwardFrom(side);
  const heading = unit({ x: towards.x - from.x, y: towards.y - from.y });
  const facing = heading.x * outward.x + heading.y * outward.y;
  return facing >= 0 ? 1 - facing : 1 - 3 * facing;
}

function waypointsAround(hits: readonly Box[]): Via[] {
  const [first, second] = hits;
  if (first === undefined) return [];
  const boxes = second === undefined ? [first] : [first, hits.reduce(union)];
  return boxes.flatMap(({ x, y, width, height }) => {
    const left = x - DETOUR;
    const right = x + width + DETOUR;
    const top = y - DETOUR;
    const bottom = y + height + DETOUR;
    const beside = [left, right].flatMap((at) =>
      [top, y + height / 2, bottom].map((level, row) => {
        const outward = { x: at === left ? -1 : 1, y: row - 1 };
        return { x: at, y: level, outward, room: 0 };
      }),
    );
    const above = { x: x + width / 2, y: top, outward: { x: 0, y: -1 }, room: 0 };
    const below = { x: x + width / 2, y: bottom, outward: { x: 0, y: 1 }, room: 0 };
    return [...beside, above, below];
  });
}
