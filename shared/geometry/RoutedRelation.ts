import type { Relation } from "../model/relation.ts";
import type { Box } from "./box.ts";
import type { ChosenEnds } from "./PairGroup.ts";
import { pairKey } from "./PairGroup.ts";
import type { Route } from "./route.ts";
import type { Line } from "./routedLine.ts";

/** What the router keeps of a relation between two calls. */
export class RoutedRelation {
  relation: Relation;
  /** Its place in document order. */
  order: number;
  readonly pair: string;
  ends?: ChosenEnds;
  startAlong = 0;
  endAlong = 0;
  /** For each waypoint how far out its lane is. */
  lanes: readonly number[] = [];
  /** Its line before lines part that would hide one another. */
  course?: Line;
  /** Its line as it is drawn. */
  line?: Line;
  places: readonly Box[] = [];
  reach?: Box;
  label?: Box;
  route?: Route;

  constructor(relation: Relation, order: number) {
    this.relation = relation;
    this.order = order;
    this.pair = pairKey(relation);
  }
}
