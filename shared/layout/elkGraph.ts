import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { Tie, Unit } from "./Unit.ts";

/** How much of today's order from left to right, within each row, is given up for fewer crossings. */
export type OrderInRows = "strictly" | "roughly";

const CARD_GAP = 64;
const LINE_GAP = 40;
/** More than any card is high. */
const ROW_STEP = 10_000;

/**
 * Rows of units and the ties between them as a graph for elkjs: each row is a layer, and stays one. Long
 * ties take up room in the rows that they pass, words take up room between rows. Ties within a row are left out.
 */
export function elkGraph(
  rows: readonly (readonly Unit[])[],
  ties: readonly Tie[],
  order: OrderInRows,
): ElkNode {
  const rowOf = new Map(rows.flatMap((row, index) => row.map(({ id }) => [id, index] as const)));
  const children = rows.flatMap((row, index) =>
    row.map(({ id, width, height }, place) => ({
      id,
      width,
      height,
      // Only says which row it is: the layers are taken from it.
      x: place * ROW_STEP,
      y: index * ROW_STEP,
    })),
  );
  const edges = ties.flatMap((tie, index) => {
    const from = rowOf.get(tie.from);
    const to = rowOf.get(tie.to);
    if (from === undefined || to === undefined || from === to) return [];
    const [above, below] = from < to ? [tie.from, tie.to] : [tie.to, tie.from];
    const width = Math.max(tie.labelWidth, (tie.count - 1) * LINE_GAP);
    return [
      {
        id: `tie ${index}`,
        sources: [above],
        targets: [below],
        ...(width > 0 && { labels: [{ text: "x", width, height: tie.labelHeight }] }),
      },
    ];
  });
  return { id: "map", layoutOptions: optionsFor(order, children.length), children, edges };
}

/** Beyond this many cards the engine is asked for a quick answer. */
const LARGE = 40;

function optionsFor(order: OrderInRows, count: number): Record<string, string> {
  const isLarge = count > LARGE;
  return {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.layered.layering.strategy": "INTERACTIVE",
    "elk.layered.cycleBreaking.strategy": "INTERACTIVE",
    "elk.separateConnectedComponents": "false",
    "elk.edgeRouting": "POLYLINE",
    "elk.spacing.nodeNode": String(CARD_GAP),
    "elk.spacing.edgeNode": "24",
    "elk.spacing.edgeEdge": "16",
    "elk.spacing.labelNode": "12",
    "elk.randomSeed": "1",
    "elk.layered.thoroughness": isLarge ? "2" : "12",
    "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    "elk.layered.considerModelOrder.crossingCounterNodeInfluence": order === "strictly" ? "0.5" : "0.05",
    "elk.layered.crossingMinimization.forceNodeModelOrder": String(order === "strictly"),
    "elk.layered.nodePlacement.strategy": isLarge ? "BRANDES_KOEPF" : "NETWORK_SIMPLEX",
    "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
    "elk.layered.nodePlacement.favorStraightEdges": "true",
  };
}
