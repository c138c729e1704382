import type { Point } from "../model/field.ts";
import { anchorPoint, OPPOSITE, wantedAnchor } from "./anchors.ts";
import { type Box, boundsOf, contains, grown, intersects, isInside, meets, union } from "./box.ts";
import { CLEARANCE, Considered } from "./Considered.ts";
import { curveBetween, distance, flattened, outwardFrom, unit } from "./curve.ts";
import { HEXAGON_POINT, SIDES, type Side } from "./outline.ts";
import type { RoutedCard } from "./route.ts";
import { type Corner, type Via, type WayEnds, waysAround } from "./waysAround.ts";

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
const STEPS = 12;
const LOOK_AHEAD = 90;
const CHOICES_TO_DETOUR = 6;
/** One waypoint leads around a card or three; where more stand in the way it only costs time, and corner by corner a way is sought. */
const MOST_TO_DETOUR = 3;

interface Candidate extends SideChoice {
  /** What it costs at least: as if its line were straight from point to point. */
  readonly leastCost: number;
  /** Where it runs, and what that costs; worked out when it is first needed. */
  way?: Way;
  /** With what it runs into; worked out when it is first needed. */
  cost?: number;
  hits?: readonly Box[];
  uses: number;
}

interface Way {
  readonly points: readonly Point[];
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
    this.considered.addArea(area);
    const cards = this.#cardsIn(area);
    const ways = waysAround(
      wayEnds(this.#a, this.#b),
      wayEnds(this.#b, this.#a),
      [...cards, this.#a.box, this.#b.box],
      area,
    );
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
    const { first, last } = this.#ends(choice);
    const corners = [first, ...(choice.vias ?? []), last];
    return { ...choice, leastCost: lengthOf(corners) + this.#shapeCost(choice, first, last), uses: 0 };
  }

  #wayOf(candidate: Candidate): Way {
    if (candidate.way !== undefined) return candidate.way;
    const { first, last } = this.#ends(candidate);
    const start = { point: first, side: candidate.sideA };
    const end = { point: last, side: candidate.sideB };
    const points = flattened(curveBetween(start, end, candidate.vias), STEPS);
    const baseCost = lengthOf(points) + this.#shapeCost(candidate, first, last);
    candidate.way = { points, bounds: boundsOf(points) ?? this.#a.box, baseCost };
    return candidate.way;
  }

  /** What its turns and waypoints cost, whatever its length. */
  #shapeCost(choice: SideChoice, first: Point, last: Point): number {
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
    if (candidate.cost !== undefined) return candidate.cost;
    const { points, bounds, baseCost } = this.#wayOf(candidate);
    if (baseCost >= limit) return baseCost;
    this.considered.addLine({ points, bounds });
    const ownHits =
      (passesThrough(points, this.#innerA) ? 1 : 0) + (passesThrough(points, this.#innerB) ? 1 : 0);
    let cost = baseCost + ownHits * PER_OWN_CARD;
    const hits: Box[] = [];
    for (const { near, behind } of this.#obstaclesAround(grown(bounds, CLEARANCE))) {
      if (cost >= limit) return cost;
      if (!intersects(near, bounds) || !meets(points, near)) continue;
      hits.push(near);
      cost += intersects(behind, bounds) && meets(points, behind) ? PER_OBSTACLE : PER_NEAR;
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

  #ends({ sideA, sideB }: SideChoice): { readonly first: Point; readonly last: Point } {
    return {
      first: anchorPoint(this.#a, sideA, wantedAnchor(this.#a, sideA, this.#b, sideB)),
      last: anchorPoint(this.#b, sideB, wantedAnchor(this.#b, sideB, this.#a, sideA)),
    };
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

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index++)
    length += distance(points[index - 1] ?? ORIGIN, points[index] ?? ORIGIN);
  return length;
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

const ORIGIN: Point = { x: 0, y: 0 };

/** 0 where the way leads straight on from the side, 1 at a right angle, up to 4 where it leads back. */
function turnCost(side: Side, from: Point, towards: Point): number {
  const outward = outwardFrom(side);
  const heading = unit({ x: towards.x - from.x, y: towards.y - from.y });
  const facing = heading.x * outward.x + heading.y * outward.y;
  return facing >= 0 ? 1 - facing : 1 - 3 * facing;
}

function passesThrough(points: readonly Point[], box: Box): boolean {
  for (const point of points) if (contains(box, point)) return true;
  return false;
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
