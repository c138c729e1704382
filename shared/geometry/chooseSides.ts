import type { Point } from "../model/field.ts";
import { anchorPoint, wantedAnchor } from "./anchors.ts";
import { type Box, contains, grown, lineMeets, union } from "./box.ts";
import { curveBetween, distance, flattened, outwardFrom, unit } from "./curve.ts";
import { HEXAGON_POINT, SIDES, type Side } from "./outline.ts";
import type { RoutedCard } from "./route.ts";

/** Which sides of two cards a line joins, and a point that it goes through to get around what stands between. */
export interface SideChoice {
  readonly sideA: Side;
  readonly sideB: Side;
  readonly via?: Point;
}

/** How far around two cards a line between them may wander: what stands further off does not bear on its choice. */
export const REACH = 220;

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
const CHOICES_TO_DETOUR = 4;

interface Candidate extends SideChoice {
  readonly baseCost: number;
  cost?: number;
  hits?: readonly Box[];
  uses: number;
}

/**
 * Chooses sides for each of `count` relations between two cards, the most direct first: short, with few turns, around other
 * cards rather than behind them; and where there are several, not all from the same side if another is nearly as good.
 */
export function chooseSides(
  a: RoutedCard,
  b: RoutedCard,
  count: number,
  obstacles: readonly Box[],
): SideChoice[] {
  if (a.id === b.id) return new Array<SideChoice>(count).fill({ sideA: "right", sideB: "top" });
  const choice = new Choice(a, b, obstacles);
  return Array.from({ length: count }, () => choice.next());
}

class Choice {
  readonly #a: RoutedCard;
  readonly #b: RoutedCard;
  readonly #obstacles: readonly Box[];
  readonly #candidates: Candidate[];

  constructor(a: RoutedCard, b: RoutedCard, obstacles: readonly Box[]) {
    this.#a = a;
    this.#b = b;
    this.#obstacles = obstacles.map((box) => grown(box, CLEARANCE));
    this.#candidates = SIDES.flatMap((sideA) => SIDES.map((sideB) => this.#candidate({ sideA, sideB })));
    this.#candidates.sort((left, right) => left.baseCost - right.baseCost);
    this.#addDetours();
  }

  next(): SideChoice {
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
    if (best === undefined) return { sideA: "bottom", sideB: "top" };
    best.uses++;
    const { sideA, sideB, via } = best;
    return via === undefined ? { sideA, sideB } : { sideA, sideB, via };
  }

  #addDetours(): void {
    const detours: Candidate[] = [];
    for (const candidate of this.#candidates.slice(0, CHOICES_TO_DETOUR)) {
      this.#costOf(candidate);
      for (const via of waypointsAround(candidate.hits ?? [])) {
        detours.push(this.#candidate({ sideA: candidate.sideA, sideB: candidate.sideB, via }));
      }
    }
    if (detours.length === 0) return;
    this.#candidates.push(...detours);
    this.#candidates.sort((left, right) => left.baseCost - right.baseCost);
  }

  #candidate(choice: SideChoice): Candidate {
    const points = this.#points(choice);
    let length = 0;
    for (const [index, point] of points.entries()) length += distance(points[index - 1] ?? point, point);
    const first = points[0] ?? { x: 0, y: 0 };
    const last = points.at(-1) ?? first;
    const turns =
      turnCost(choice.sideA, first, choice.via ?? last) + turnCost(choice.sideB, last, choice.via ?? first);
    const detour = choice.via === undefined ? 0 : PER_DETOUR;
    return { ...choice, baseCost: length + turns * PER_TURN + detour - this.#tierBonus(choice), uses: 0 };
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
    const points = this.#points(candidate);
    const hits = this.#obstacles.filter((box) => meets(points, box));
    const ownHits = [this.#a.box, this.#b.box].filter((box) =>
      points.some((point) => contains(grown(box, -OWN_CARD_INSET), point)),
    ).length;
    candidate.hits = hits;
    candidate.cost = candidate.baseCost + hits.length * PER_OBSTACLE + ownHits * PER_OWN_CARD;
    return candidate.cost;
  }

  #points({ sideA, sideB, via }: SideChoice): Point[] {
    const start = anchorPoint(this.#a, sideA, wantedAnchor(this.#a, sideA, this.#b, sideB));
    const end = anchorPoint(this.#b, sideB, wantedAnchor(this.#b, sideB, this.#a, sideA));
    return flattened(curveBetween({ point: start, side: sideA }, { point: end, side: sideB }, via), STEPS);
  }
}

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

function waypointsAround(hits: readonly Box[]): Point[] {
  const [first, second] = hits;
  if (first === undefined) return [];
  const boxes = second === undefined ? [first] : [first, second, hits.reduce(union)];
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
