import type { ElkNode } from "elkjs/lib/elk-api.js";
import { cardSize } from "../drawing/cardSize.ts";
import type { MapElement, Place } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { LayoutEngine } from "./engine.ts";
import type { Arrangement } from "./layOut.ts";
import { Pieces } from "./Pieces.ts";
import { TURNED_PAIR } from "./polish.ts";
import { qualityOf } from "./quality.ts";
import type { Placement, TidyRequest } from "./TidyRequest.ts";
import { tidyBlocks } from "./tidyBlocks.ts";
import { tidyEverything } from "./tidyEverything.ts";
import type { OrderKept } from "./tieredLayout.ts";
import { turnedPairs } from "./turnedPairs.ts";

/** On maps of up to this size several ways are tried, and the one that reads best is taken. */
const MOST_TO_COMPARE = 60;
/** Where trying one way takes longer, no other is tried. */
const LONG_MS = 1_500;
/** For how long a map is bettered in small steps: with the rest it stays below two seconds of a processor. */
const POLISH_MS = 800;

/**
 * Where a tidy map puts its elements: see `TidyScope` for what moves, `tiersOf` for what lies above what. Cards do not overlap,
 * places hold what lies in them, everything is on the grid, and nothing that is locked moves.
 * @returns what changes; the order is that of the elements.
 * @throws what the engine throws.
 */
export async function tidyMap(slowEngine: LayoutEngine, request: TidyRequest): Promise<readonly Placement[]> {
  const { elements, relations, scope } = request;
  const engine = rememberingEngine(slowEngine);
  const pieces = new Pieces(elements, relations);
  if (scope.kind !== "everything")
    return placementsOf(elements, await tidyBlocks(engine, pieces, scope.ids, scope.kind));
  const start = Date.now();
  const everything = async (order: OrderKept, polishUntil: number) =>
    placementsOf(elements, await tidyEverything(engine, pieces, { order, polishUntil }));
  const costOf = (placements: readonly Placement[]) => costOfTidying(elements, relations, placements);
  let [order, least] = ["roughly" as OrderKept, Number.POSITIVE_INFINITY];
  for (const tried of ["roughly", "strictly", "in place"] as const) {
    const placements = await everything(tried, start);
    if (elements.length > MOST_TO_COMPARE || Date.now() - start > LONG_MS) return placements;
    const cost = costOf(placements);
    if (cost < least) [order, least] = [tried, cost];
  }
  return everything(order, Date.now() + POLISH_MS);
}

/** How well the map would read, and how much of it would have to be learnt anew. */
function costOfTidying(
  elements: readonly MapElement[],
  relations: readonly Relation[],
  placements: readonly Placement[],
): number {
  const after = placed(elements, placements);
  const moves = elements.flatMap((element, index) => {
    const then = after[index];
    if (then === undefined || element.type === "place" || element.type === "note") return [];
    const size = cardSize(element);
    return { before: { ...element.position, ...size }, after: { ...then.position, ...size } };
  });
  return qualityOf(after, relations).cost + TURNED_PAIR * turnedPairs(moves);
}

/** The same engine, which is not asked the same thing twice. */
function rememberingEngine(engine: LayoutEngine): LayoutEngine {
  const answers = new Map<string, ReturnType<LayoutEngine["layout"]>>();
  const layout = (graph: ElkNode) => {
    const key = JSON.stringify(graph);
    const answer = answers.get(key) ?? engine.layout(graph);
    answers.set(key, answer);
    return answer;
  };
  return { layout: layout as LayoutEngine["layout"] };
}

/** The elements as they stand once they are put down. */
export function placed(
  elements: readonly MapElement[],
  placements: readonly Placement[],
): readonly MapElement[] {
  const byId = new Map(placements.map((placement) => [placement.id, placement]));
  return elements.map((element) => {
    const placement = byId.get(element.id);
    if (placement === undefined) return element;
    const { position, size } = placement;
    const there = { ...element, position: { ...element.position, ...position } };
    return size === undefined ? there : ({ ...there, size } as Place);
  });
}

function placementsOf(elements: readonly MapElement[], arrangement: Arrangement): readonly Placement[] {
  return elements.flatMap((element) => {
    const box = arrangement.get(element.id);
    if (box === undefined) return [];
    const { x, y, width, height } = box;
    const isResized =
      element.type === "place" && (element.size?.width !== width || element.size.height !== height);
    const hasMoved = element.position.x !== x || element.position.y !== y;
    if (!hasMoved && !isResized) return [];
    return { id: element.id, position: { x, y }, ...(isResized && { size: { width, height } }) };
  });
}
