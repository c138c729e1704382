import type { Box } from "../../shared/geometry/box.ts";

/** A thin line that shows what a moving card is level with: from one card to the other, at one coordinate. */
export interface AlignmentGuide {
  readonly kind: "edge";
  /** `x`: a vertical line at that x. */
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Two gaps that are equal, as stretches along one axis, drawn at the height (or the x) `across`. */
export interface SpacingGuide {
  readonly kind: "gap";
  readonly axis: "x" | "y";
  readonly across: number;
  readonly gaps: readonly (readonly [from: number, to: number])[];
}

export type Guide = AlignmentGuide | SpacingGuide;

export interface Snapped {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** A box along one axis: `x` for its left and right, `y` for its top and bottom. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly crossFrom: number;
  readonly crossTo: number;
}

interface Pull {
  readonly way: number;
  readonly guides: (way: number) => readonly Guide[];
}

/** Beyond this many map units a card is not looked at: what one lines up with is in sight. */
const FARTHEST = 2_400;

/**
 * Pulls a moving box to the edges and middles of the boxes around it, and to equal gaps between neighbours. What it may snap to
 * is gathered once, when the move begins.
 */
export class Snapper {
  readonly #start: Box;
  readonly #others: Readonly<Record<"x" | "y", readonly Span[]>>;

  /** `start`: the box around what moves, where it stands. `others`: what stays and is in sight. */
  constructor(start: Box, others: readonly Box[]) {
    this.#start = start;
    this.#others = {
      x: others.map((box) => spanOf(box, "x")),
      y: others.map((box) => spanOf(box, "y")),
    };
  }

  /** The way, pulled to what lies within `reach` map units of where it leads; 0 pulls nothing and only shows what is level. */
  snap(dx: number, dy: number, reach: number): Snapped {
    const moved = { ...this.#start, x: this.#start.x + dx, y: this.#start.y + dy };
    const across = this.#pull("x", moved, reach);
    const level = { ...moved, x: moved.x + (across?.way ?? 0) };
    const down = this.#pull("y", level, reach);
    return {
      dx: dx + (across?.way ?? 0),
      dy: dy + (down?.way ?? 0),
      guides: [...(across?.guides(down?.way ?? 0) ?? []), ...(down?.guides(0) ?? [])],
    };
  }

  #pull(axis: "x" | "y", box: Box, reach: number): Pull | undefined {
    const own = spanOf(box, axis);
    const edge = edgePull(axis, own, this.#others[axis], reach);
    const gap = gapPull(axis, own, this.#others[axis], reach);
    if (edge === undefined || gap === undefined) return edge ?? gap;
    return Math.abs(gap.way) < Math.abs(edge.way) ? gap : edge;
  }
}

function spanOf({ x, y, width, height }: Box, axis: "x" | "y"): Span {
  return axis === "x"
    ? { from: x, to: x + width, crossFrom: y, crossTo: y + height }
    : { from: y, to: y + height, crossFrom: x, crossTo: x + width };
}

function linesOf({ from, to }: Span): readonly [number, number, number] {
  return [from, (from + to) / 2, to];
}

function edgePull(axis: "x" | "y", own: Span, others: readonly Span[], reach: number): Pull | undefined {
  let best: { way: number; far: number } | undefined;
  const ownLines = linesOf(own);
  for (const other of others) {
    const far = Math.max(other.crossFrom - own.crossTo, own.crossFrom - other.crossTo, 0);
    if (far > FARTHEST) continue;
    for (const line of linesOf(other)) {
      for (const mine of ownLines) {
        const way = line - mine;
        if (Math.abs(way) > reach) continue;
        const isNearer = best === undefined || Math.abs(way) < Math.abs(best.way);
        if (isNearer || (best !== undefined && way === best.way && far < best.far)) best = { way, far };
      }
    }
  }
  if (best === undefined) return undefined;
  const { way } = best;
  return { way, guides: (crossWay) => guidesAt(axis, own, others, way, crossWay) };
}

/** A line for each edge or middle of the box that is level with something, to the nearest such thing. */
function guidesAt(
  axis: "x" | "y",
  own: Span,
  others: readonly Span[],
  way: number,
  crossWay: number,
): readonly Guide[] {
  const [from, to] = [own.crossFrom + crossWay, own.crossTo + crossWay];
  return linesOf(own).flatMap((line) => {
    const at = line + way;
    let nearest: Span | undefined;
    let least = FARTHEST;
    for (const other of others) {
      const far = Math.max(other.crossFrom - to, from - other.crossTo, 0);
      if (far < least && linesOf(other).some((its) => Math.abs(its - at) < 0.5))
        [nearest, least] = [other, far];
    }
    if (nearest === undefined) return [];
    return {
      kind: "edge" as const,
      axis,
      at,
      from: Math.min(from, nearest.crossFrom),
      to: Math.max(to, nearest.crossTo),
    };
  });
}

/** Between two neighbours of the same row, or beside two of them, so that the gaps are equal. */
function gapPull(axis: "x" | "y", own: Span, others: readonly Span[], reach: number): Pull | undefined {
  const level = others.filter((other) => other.crossFrom < own.crossTo && own.crossFrom < other.crossTo);
  const middle = (own.from + own.to) / 2;
  const before = level.filter(({ from, to }) => (from + to) / 2 < middle).sort((a, b) => b.to - a.to);
  const after = level.filter(({ from, to }) => (from + to) / 2 >= middle).sort((a, b) => a.from - b.from);
  const [left, farLeft] = before;
  const [right, farRight] = after;
  const wishes: { readonly at: number; readonly gapsAt: (at: number) => [number, number][] }[] = [];
  const width = own.to - own.from;
  if (left !== undefined && right !== undefined && right.from - left.to > width) {
    const at = (left.to + right.from - width) / 2;
    wishes.push({
      at,
      gapsAt: (start) => [
        [left.to, start],
        [start + width, right.from],
      ],
    });
  }
  if (left !== undefined && farLeft !== undefined && left.from > farLeft.to) {
    wishes.push({
      at: left.to + (left.from - farLeft.to),
      gapsAt: (start) => [
        [farLeft.to, left.from],
        [left.to, start],
      ],
    });
  }
  if (right !== undefined && farRight !== undefined && farRight.from > right.to) {
    wishes.push({
      at: right.from - (farRight.from - right.to) - width,
      gapsAt: (start) => [
        [start + width, right.from],
        [right.to, farRight.from],
      ],
    });
  }
  const near = wishes
    .filter(({ at }) => Math.abs(at - own.from) <= reach)
    .sort((a, b) => Math.abs(a.at - own.from) - Math.abs(b.at - own.from));
  const [best] = near;
  if (best === undefined) return undefined;
  const across = (own.crossFrom + own.crossTo) / 2;
  return {
    way: best.at - own.from,
    guides: (crossWay) => [{ kind: "gap", axis, across: across + crossWay, gaps: best.gapsAt(best.at) }],
  };
}
