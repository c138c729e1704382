import type { Point } from "../model/field.ts";
import { anchorPoint, wantedAnchor } from "./anchors.ts";
import { type Box, boundsOf, contains, grown, intersects, isInside, lineMeets, union } from "./box.ts";
import { curveBetween, distance, flattened, outwardFrom, unit } from "./curve.ts";
import { HEXAGON_POINT, SIDES, type Side } from "./outline.ts";
import type { RoutedCard } from "./route.ts";

/** Which sides of two cards a line joins, and a point that it goes through to get around what stands between. */
export interface SideChoice {
  readonly sideA: Side;
  readonly sideB: Side;
  readonly via?: Point;
}

const CLEARANCE = 20;
const DETOUR = 26;
const PER_TURN = 70;
const PER_OBSTACLE = 420;
const PER_OWN_CARD = 600;
const PER_DETOUR = 30;
const PER_REUSE = 90;
/** The map reads in tiers from top to bottom: what joins the lower card at its top, and best the upper at its bottom, reads so too. */
const TIER_BONUS = 16;
/** Cards that are no rectangle are met within their box. */
const OWN_CARD_INSET = HEXAGON_POINT + 2;
const STEPS = 12;
const LOOK_AHEAD = 90;
const CHOICES_TO_DETOUR = 6;
/** One waypoint leads around a card or three; where more stand in the way it only costs time. */
const MOST_TO_DETOUR = 3;

interface Candidate extends SideChoice {
  readonly points: readonly Point[];
  readonly bounds: Box;
  readonly baseCost: number;
  /** With what it runs into; worked out when it is first needed. */
  cost?: number;
  hits?: readonly Box[];
  uses: number;
}

export interface Choices {
  readonly choices: readonly SideChoice[];
  /** The area that was looked at: what stands outside it has no bearing on the choice. */
  readonly considered?: Box;
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
  if (a.id === b.id) return { choices: new Array<SideChoice>(count).fill({ sideA: "right", sideB: "top" }) };
  const choice = new Choice(a, b, obstaclesIn);
  const choices = Array.from({ length: count }, () => choice.next());
  const { considered } = choice;
  return considered === undefined ? { choices } : { choices, considered };
}

class Choice {
  considered: Box | undefined;
  readonly #a: RoutedCard;
  readonly #b: RoutedCard;
  readonly #innerA: Box;
  readonly #innerB: Box;
  readonly #obstaclesIn: (area: Box) => readonly Box[];
  readonly #candidates: Candidate[];
  #known: { readonly area: Box; readonly obstacles: readonly Box[] } | undefined;
  #hasDetours = false;

  constructor(a: RoutedCard, b: RoutedCard, obstaclesIn: (area: Box) => readonly Box[]) {
    this.#a = a;
    this.#b = b;
    this.#obstaclesIn = obstaclesIn;
    this.#innerA = grown(a.box, -OWN_CARD_INSET);
    this.#innerB = grown(b.box, -OWN_CARD_INSET);
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
    if (best === undefined) return { sideA: "bottom", sideB: "top" };
    best.uses++;
    const { sideA, sideB, via } = best;
    return via === undefined ? { sideA, sideB } : { sideA, sideB, via };
  }

  #best(): Candidate | undefined {
    let best: Candidate | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const candidate of this.#candidates) {
      // Sorted by base cost, which only grows.
      if (candidate.baseCost >= bestCost) break;
      const cost = this.#costOf(candidate) + candidate.uses * PER_REUSE;
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
      for (const { sideA, sideB } of ways) this.#candidates.push(this.#candidate({ sideA, sideB, via }));
    }
    this.#sort();
  }

  #sort(): void {
    this.#candidates.sort((left, right) => left.baseCost - right.baseCost);
  }

  #candidate(choice: SideChoice): Candidate {
    const points = this.#points(choice);
    let length = 0;
    for (let index = 1; index < points.length; index++)
      length += distance(points[index - 1] ?? ORIGIN, points[index] ?? ORIGIN);
    const first = points[0] ?? ORIGIN;
    const last = points.at(-1) ?? first;
    const turns =
      turnCost(choice.sideA, first, choice.via ?? last) + turnCost(choice.sideB, last, choice.via ?? first);
    const detour = choice.via === undefined ? 0 : PER_DETOUR;
    const bounds = boundsOf(points) ?? this.#a.box;
    const baseCost = length + turns * PER_TURN + detour - this.#tierBonus(choice);
    return { ...choice, points, bounds, baseCost, uses: 0 };
  }

  #tierBonus({ sideA, sideB }: SideChoice): number {
    const a = this.#a.box;
    const b = this.#b.box;
    const [upper, lower] = a.y <= b.y ? [sideA, sideB] : [sideB, sideA];
    const isInTiers = a.y + a.height < b.y || b.y + b.height < a.y;
    if (!isInTiers || lower !== "top") return 0;
    return upper === "bottom" ? 4 * TIER_BONUS : TIER_BONUS;
  }

  #costOf(candidate: Candidate): number {
    if (candidate.cost !== undefined) return candidate.cost;
    const { points, bounds } = candidate;
    const area = grown(bounds, CLEARANCE);
    this.considered = this.considered === undefined ? area : union(this.considered, area);
    const hits: Box[] = [];
    for (const box of this.#obstaclesAround(area))
      if (intersects(box, bounds) && meets(points, box)) hits.push(box);
    hits.sort(
      (left, right) =>
        left.x - right.x || left.y - right.y || left.width - right.width || left.height - right.height,
    );
    const ownHits =
      (passesThrough(points, this.#innerA) ? 1 : 0) + (passesThrough(points, this.#innerB) ? 1 : 0);
    candidate.hits = hits;
    candidate.cost = candidate.baseCost + hits.length * PER_OBSTACLE + ownHits * PER_OWN_CARD;
    return candidate.cost;
  }

  /** Every obstacle in an area, and perhaps some outside it: looked up once for all ways that lie near each other. */
  #obstaclesAround(area: Box): readonly Box[] {
    if (this.#known === undefined || !isInside(area, this.#known.area)) {
      const around = this.#known?.area ?? union(this.#a.box, this.#b.box);
      const wider = grown(union(area, around), LOOK_AHEAD);
      this.#known = { area: wider, obstacles: this.#obstaclesIn(wider).map((box) => grown(box, CLEARANCE)) };
    }
    return this.#known.obstacles;
  }

  #points({ sideA, sideB, via }: SideChoice): Point[] {
    const start = anchorPoint(this.#a, sideA, wantedAnchor(this.#a, sideA, this.#b, sideB));
    const end = anchorPoint(this.#b, sideB, wantedAnchor(this.#b, sideB, this.#a, sideA));
    return flattened(curveBetween({ point: start, side: sideA }, { point: end, side: sideB }, via), STEPS);
  }
}

const ORIGIN: Point = { x: 0, y: 0 };

/** 0 where the way leads straight on from the side, 1 at a right angle, up to 4 where it leads back. */
function turnCost(side: Side, from: Point, towards: Point): number {
  const outward = outwardFrom(side);
  const heading = unit({ x: towards.x - from.x, y: towards.y - from.y });
  const facing = heading.x * outward.x + heading.y * outward.y;
  return facing >= 0 ? 1 - facing : 1 - 3 * facing;
}

function meets(points: readonly Point[], box: Box): boolean {
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (from !== undefined && to !== undefined && lineMeets(from, to, box)) return true;
  }
  return false;
}

function passesThrough(points: readonly Point[], box: Box): boolean {
  for (const point of points) if (contains(box, point)) return true;
  return false;
}

function waypointsAround(hits: readonly Box[]): Point[] {
  const [first, second] = hits;
  if (first === undefined) return [];
  const boxes = second === undefined ? [first] : [first, hits.reduce(union)];
  return boxes.flatMap(({ x, y, width, height }) => {
    const left = x - DETOUR;
    const right = x + width + DETOUR;
    const top = y - DETOUR;
    const bottom = y + height + DETOUR;
    const beside = [left, right].flatMap((at) =>
      [top, y + height / 2, bottom].map((level) => ({ x: at, y: level })),
    );
    return [...beside, { x: x + width / 2, y: top }, { x: x + width / 2, y: bottom }];
  });
}
