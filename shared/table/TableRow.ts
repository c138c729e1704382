import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";

/** One row of a table: an element or a relation, and for a contract who buys and who holds it. */
export interface TableRow {
  readonly id: string;
  readonly record: MapElement | Relation;
  /** The relations by which others stand in the row: of a contract, those that commission and that hold it. */
  readonly commissions: readonly Relation[];
  readonly holds: readonly Relation[];
}

/** Whether a row's record joins two elements. */
export function isRelation(record: MapElement | Relation): record is Relation {
  return "from" in record;
}
